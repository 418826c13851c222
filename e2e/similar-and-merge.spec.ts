import { expect, type Page, test } from "@playwright/test";
import { logIncident } from "../db/commands/log-incident";
import {
  aDocument,
  aGroup,
  anEvent,
  days,
  exactly,
  unknownCount,
} from "../domain/testing-documents";
import { rowOf, titleField, typePlace } from "./case-form";
import { inLedger } from "./in-ledger";
import { expectGoodScreen } from "./screens";

const writer = { id: "e2e-writer", role: "researcher" } as const;

/** Somebody else's record of people held at a pier, so that whoever is signed in may merge it. */
async function logged(title: string, people: number): Promise<string> {
  const document = aDocument({
    title,
    groups: [aGroup("g", { nationality: "KP", count: exactly(people), label: "All" })],
    events: [
      anEvent("e", {
        date: days("2012-03-05", "2012-03-05"),
        places: [{ role: "at", locationId: "CN-LN/dandong" }],
        groups: [{ groupId: "g", count: unknownCount }],
      }),
    ],
  });
  return inLedger(async (store) => (await logIncident(store, { document }, writer)).ref);
}

async function typeTheCase(page: Page): Promise<void> {
  await titleField(page).fill("Sixteen people at the pier");
  const group = rowOf(page, "Group 1");
  await group.getByLabel("Who they are").selectOption({ label: "seeking refuge" });
  await group.getByLabel("How many").fill("16");
  const event = rowOf(page, "Event 1");
  await event.getByLabel("What happened").selectOption({ label: "arrest" });
  await event.getByLabel("When").fill("5 March 2012");
  await typePlace(event.getByLabel("Name of the place"), "Dandong");
}

test("while a case is typed, what may be the same is shown, and what is said of it is remembered", async ({
  page,
}) => {
  const ref = await logged("Held at the pier of Dandong", 17);
  await page.goto("/incidents/new");
  await typeTheCase(page);
  const question = page.getByRole("group", { name: `What is ${ref}?` });
  await expect(question).toBeVisible();
  await expect(page.getByText("The dates fit, it happened in the same place")).toBeVisible();
  await expectGoodScreen(page);

  const log = page.getByRole("button", { name: "Log the incident" });
  await log.click();
  await expect(page.getByText(/One incident looks like this one/)).toBeVisible();
  await expect(titleField(page)).toHaveValue("Sixteen people at the pier");
  await question.getByLabel(/^Not the same/).check();
  await log.click();
  await expect(page.getByText(/Say below why/)).toBeVisible();
  await question.getByLabel("If it is not the same, why").fill("Another pier.");
  await log.click();
  await page.waitForURL(/\/incidents\/INC-[A-Z0-9]{6}$/);
  await expect(page.getByText("(Another pier.)")).toBeAttached();
  await expect(page.getByRole("heading", { name: "May be the same case" })).toHaveCount(0);
});

test("without script the form asks the same before anything is saved", async ({
  browser,
  page,
}) => {
  const ref = await logged("Pier of Dandong", 16);
  const state = await page.context().storageState();
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: state });
  const form = await plain.newPage();
  await form.goto("/incidents/new");
  await typeTheCase(form);
  await form.getByRole("button", { name: "Log the incident" }).click();
  await expect(form.getByRole("group", { name: `What is ${ref}?` })).toBeVisible();
  for (const question of await form.getByRole("group", { name: /^What is INC-/ }).all())
    await question.getByLabel(/^Related/).check();
  await expect(titleField(form)).toHaveValue("Sixteen people at the pier");
  await form.getByRole("button", { name: "Log the incident" }).click();
  await form.waitForURL(/\/incidents\/INC-[A-Z0-9]{6}$/);
  await expect(form.getByRole("region", { name: "Links to other incidents" })).toContainText(
    `${ref} Pier of Dandong`,
  );
  await plain.close();
});

test("a reviewer makes one of two incidents, sees first what it will be, and undoes it", async ({
  page,
}) => {
  const kept = await logged("Seventeen at the quay of Dandong", 17);
  const gone = await logged("The quay of Dandong, nineteen held", 19);
  await page.goto(`/incidents/${kept}`);
  const similar = page.getByRole("region", { name: "May be the same case" });
  await similar
    .getByRole("listitem")
    .filter({ hasText: gone })
    .getByRole("link", { name: "The same: merge" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(kept);
  await expect(page.getByLabel(/^All, 19/)).toHaveValue("same:g");
  await expectGoodScreen(page);
  await page.getByLabel(/^All, 19/).selectOption({ label: "Other people, counted beside these" });
  await page.getByRole("button", { name: "Show what it would be" }).click();
  await expect(page.getByText("36", { exact: true }).first()).toBeVisible();

  await page.getByLabel("Why they are the same case").fill("The same quay, the same night.");
  await page.getByLabel("These two records are of the same case.").check();
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await page.waitForURL(new RegExp(`/incidents/${kept}$`));
  await page.goto(`/incidents/${gone}`);
  await expect(page).toHaveURL(new RegExp(`/incidents/${kept}$`));

  await page.goto(`/incidents/${kept}/merge`);
  await page.getByText(`Undo the merge of ${gone}`).click();
  await page.getByLabel("Why they are two cases").fill("Two nights.");
  await page.getByRole("button", { name: "Undo the merge" }).click();
  await page.waitForURL(new RegExp(`/incidents/${gone}$`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("nineteen held");
});
