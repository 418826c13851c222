import { expect, type Page, test } from "@playwright/test";
import { addSource } from "../db/commands/add-source";
import { logIncident } from "../db/commands/log-incident";
import { reviseIncident } from "../db/commands/revise-incident";
import { getIncident } from "../db/queries/get-incident";
import { aWrittenSource } from "../db/testing-tables";
import { aClaim, aDocument, aGroup, anEvent, days, exactly } from "../domain/testing-documents";
import { inLedger } from "./in-ledger";
import { expectGoodScreen } from "./screens";

const actor = { id: "e2e", role: "admin" } as const;

/** An incident of one group, counted by one source, and one event; returns its reference. */
function logSmallCase(title: string): Promise<string> {
  return inLedger(async (store) => {
    const source = aWrittenSource({ publisher: "Border Gazette", reliability: "B" });
    const { id } = await addSource(store, { source }, actor);
    const document = aDocument({
      title,
      groups: [aGroup("people", { label: "People at the ferry" })],
      events: [anEvent("arrest", { date: days("1998-04-02", "1998-04-02") })],
      claims: [
        aClaim("count", id, {
          field: "count",
          groupId: "people",
          count: exactly(7),
          quote: "seven passengers",
          locator: "page 3",
        }),
      ],
    });
    return (await logIncident(store, { document }, actor)).ref;
  });
}

/** Opens the July 2014 case as a reader would: by its words, in the table, where other tests may have logged its like. */
async function openJuly(page: Page): Promise<void> {
  await page.goto("/incidents?q=Families+Qingdao+Kunming");
  await page.getByRole("link", { name: /^Families and their helpers arrested in/ }).click();
  await page.waitForURL(/\/incidents\/INC-/);
}

test("the July 2014 case shows what its six sources agree on and what they do not", async ({
  page,
}) => {
  await openJuly(page);
  const main = page.getByRole("main");
  await expect(main).toContainText("15–17 Jul 2014");
  await expect(main).toContainText("20–29");
  await expect(main).toContainText("20 by Voice of America, 27 by KBS World, 29 by Chosun Ilbo");
  await expect(main).toContainText("5–6");
  await expect(main).toContainText("split 20 + 9 or 9 + 18");
  await expect(main).toContainText(/held in Tumen/i);
  await expect(main).toContainText("fate unknown, last known at risk of deportation");
  await expect(main).toContainText("6 sources, 3 independent");
});

test("the timeline says in words what it draws, event by event", async ({ page }) => {
  await openJuly(page);
  const rows = page.getByRole("region", { name: "Timeline" }).getByRole("listitem");
  await expect(rows.filter({ hasText: "Left North Hamgyong" })).toContainText("Jun–Jul 2014");
  await expect(rows.filter({ hasText: /^arrest/i })).toContainText("reported by 3, 2 copies");
  const transfer = rows.filter({ hasText: "Transfer to Tumen" });
  await expect(transfer).toContainText("by 23 Jul 2014");
  await expect(transfer).toContainText("reported by 2, anticipated by 1, 2 copies");
  await expect(
    transfer.getByRole("list", { name: "Sources that speak of it" }).getByRole("listitem"),
  ).toHaveText([
    /Voice of America/,
    /Chosun Ilbo/,
    /Chosun Ilbo/,
    /KBS World/,
    /\(copy\)/,
    /\(copy\)/,
  ]);
  await expect(rows.filter({ hasText: "Deportation to North Korea" })).toContainText(
    "anticipated by 2",
  );
});

test("a value folds out to the source's words and where they stand; copies are marked", async ({
  page,
}) => {
  await openJuly(page);
  const grid = page.getByRole("region", { name: "Table of claims" });
  await expect(grid.getByRole("columnheader", { name: /^2 copies\s*copy of/ })).toBeVisible();
  const row = grid.getByRole("row", { name: /^All seeking refuge how many/ });
  const quote = row.getByText("“A group of 20 North Korean defectors”");
  await expect(quote).toBeHidden();
  await row.getByText("may be a part", { exact: true }).click();
  await expect(quote).toBeVisible();
  await expect(row.getByText("Where: paragraph 1")).toBeVisible();
  await expect(row.getByText("3 – possibly true").first()).toBeVisible();
});

test("a claim is judged anew where it stands, and the history says so", async ({ page }) => {
  const ref = await logSmallCase("Judged in place at the ferry");
  await page.goto(`/incidents/${ref}`);
  const row = page.getByRole("row", { name: /^People at the ferry how many/ });
  await row.getByText("7", { exact: true }).click();
  await row.getByRole("link", { name: "Assess…" }).click();
  await row.getByLabel("Assessment").selectOption("rejected");
  await row.getByLabel("Credibility").selectOption("4");
  await row.getByLabel("Why, for the history").fill("Withdrawn by the paper.");
  await row.getByRole("button", { name: "Save assessment" }).click();
  await expect(row.getByText("Saved.")).toBeVisible();
  await expect(row.getByLabel("Assessment")).toHaveValue("rejected");
  await expect(
    page
      .getByRole("definition")
      .filter({ hasText: /^unknown$/ })
      .first(),
  ).toBeVisible();

  await page.getByRole("link", { name: "All 2 changes" }).click();
  // The incident's page has the entry too.
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`History of ${ref}`);
  const entry = page.getByRole("listitem").filter({ hasText: "claim assessed" });
  await expect(entry).toContainText("Reason: Withdrawn by the paper.");
  await entry.getByText("What changed").click();
  await expect(entry).toContainText("how many of People at the ferry, Border Gazette");
  await expect(entry).toContainText("Assessment");
  await expect(entry.getByRole("deletion").filter({ hasText: "accepted" })).toBeVisible();
  await expect(entry.getByRole("insertion").filter({ hasText: "rejected" })).toBeVisible();
});

test.describe("before any script has arrived", () => {
  test.use({ javaScriptEnabled: false });

  test("quotes fold out, claims are judged, and an incident is retracted", async ({ page }) => {
    const ref = await logSmallCase("Judged without a script");
    await page.goto(`/incidents/${ref}`);
    await expect(page.getByRole("button", { name: "Print" })).toHaveCount(0);
    const row = page.getByRole("row", { name: /^People at the ferry how many/ });
    await row.getByText("7", { exact: true }).click();
    await expect(row.getByText("“seven passengers”")).toBeVisible();
    await row.getByRole("link", { name: "Assess…" }).click();
    await row.getByLabel("Assessment").selectOption("work_needed");
    await row.getByRole("button", { name: "Save assessment" }).click();
    await expect(row.getByText("Saved.")).toBeVisible();
    await expect(row.getByText("work needed").first()).toBeVisible();

    await page.getByRole("link", { name: "Retract…" }).click();
    await page.getByLabel("Reason").fill("Logged for a test.");
    await page.getByRole("button", { name: "Retract the incident" }).click();
    await expect(page.getByText("Tick the box to confirm")).toBeVisible();
    await expect(page.getByLabel("Reason")).toHaveValue("Logged for a test.");
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Retract the incident" }).click();
    await expect(page).toHaveURL(new RegExp(`/incidents/${ref}$`));
    await expect(page.getByText("Reason: Logged for a test.").first()).toBeVisible();
  });
});

test("links are made, worded from both ends, and taken away after a second click", async ({
  page,
}) => {
  const [first, second] = [await logSmallCase("First ferry"), await logSmallCase("Second ferry")];
  await page.goto(`/incidents/${second}`);
  const links = page.getByRole("region", { name: "Links to other incidents" });
  await links.getByText("Add a link").click();
  await links.getByLabel("How they are linked").selectOption("follows");
  await links.getByLabel("The other incident").first().fill("the first one");
  await links.getByLabel("Note").fill("A week later.");
  await links.getByRole("button", { name: "Link", exact: true }).click();
  await expect(links.getByText("“the first one” is no reference of an incident.")).toBeVisible();
  await expect(links.getByLabel("Note")).toHaveValue("A week later.");
  await links.getByLabel("The other incident").first().fill(first.toLowerCase());
  await links.getByRole("button", { name: "Link", exact: true }).click();
  await expect(links.getByText(`Follows ${first} First ferry (A week later.)`)).toBeVisible();

  await page.goto(`/incidents/${first}`);
  await expect(links.getByText(`Followed by ${second} Second ferry`)).toBeVisible();
  await links.getByText("Remove…").click();
  await links.getByRole("button", { name: "Remove the link" }).click();
  await expect(links.getByText("Not linked with any other incident.")).toBeVisible();
});

test("that two incidents are not the same is recorded with its reason, on both", async ({
  page,
}) => {
  const [one, other] = [await logSmallCase("This ferry"), await logSmallCase("That ferry")];
  await page.goto(`/incidents/${one}`);
  const links = page.getByRole("region", { name: "Links to other incidents" });
  await links.getByText("Not the same as another…").click();
  await links.getByLabel("The other incident").last().fill(other);
  await links.getByRole("button", { name: "Record the decision" }).click();
  await expect(links.getByText("This must not be empty.")).toBeVisible();
  await links.getByLabel("Why they are not the same").fill("Other boats.");
  await links.getByRole("button", { name: "Record the decision" }).click();
  await expect(links.getByText("(Other boats.)")).toBeVisible();
  await page.goto(`/incidents/${other}`);
  await expect(links.getByText("(Other boats.)")).toBeVisible();
});

test("retracting asks for a reason and a confirmation, and notices that somebody saved meanwhile", async ({
  page,
}) => {
  const ref = await logSmallCase("Retracted ferry");
  await page.goto(`/incidents/${ref}/retract`);
  const submit = page.getByRole("button", { name: "Retract the incident" });
  await page.getByRole("checkbox").check();
  await submit.click();
  await expect(page.getByText("This must not be empty.")).toBeVisible();

  await inLedger(async (store) => {
    const view = (await getIncident(store, actor, ref))!;
    const document = { ...view.document, summary: "Somebody else wrote this." };
    await reviseIncident(store, { ref, version: view.version, document, reason: "" }, actor);
  });
  await page.getByLabel("Reason").fill("The report was withdrawn.");
  await page.getByRole("checkbox").check();
  await submit.click();
  await expect(page.getByText("you started from version 1, it is now version 2")).toBeVisible();
  await expect(page.getByLabel("Reason")).toHaveValue("The report was withdrawn.");

  await page.getByRole("checkbox").check();
  await submit.click();
  await page.waitForURL(new RegExp(`/incidents/${ref}$`));
  await expect(page.getByRole("status").first()).toContainText(
    "This incident was retracted. Reason: The report was withdrawn.",
  );
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
  await page.goto(`/incidents/${ref}/retract`);
  await expect(page).toHaveURL(new RegExp(`/incidents/${ref}$`));
});

test("one incident is exported as the one row that the export of all has", async ({ page }) => {
  await openJuly(page);
  const ref = page.url().split("/").at(-1)!;
  await expect(page.getByRole("link", { name: "Export CSV" })).toHaveAttribute(
    "href",
    `/incidents/${ref}/csv`,
  );
  const alone = await (await page.request.get(`/incidents/${ref}/csv`)).text();
  const all = await (await page.request.get(`/incidents.csv?ref=${ref}`)).text();
  expect(alone).toBe(all);
});

test("a reference in lower case leads to the incident; one that is not there is a 404", async ({
  page,
}) => {
  const ref = await logSmallCase("Ferry in lower case");
  await page.goto(`/incidents/${ref.toLowerCase()}/history`);
  await expect(page).toHaveURL(new RegExp(`/incidents/${ref}/history$`));
  for (const missing of ["INC-222222", "nonsense"])
    expect((await page.goto(`/incidents/${missing}`))?.status(), missing).toBe(404);
});

test("the pages of an incident are good screens", async ({ page }) => {
  test.setTimeout(180_000);
  await openJuly(page);
  const path = new URL(page.url()).pathname;
  await page.getByText("may be a part", { exact: true }).click();
  await page.getByRole("link", { name: "Assess…" }).first().click();
  for (const folded of ["Add a link", "Not the same as another…", "Remove…", "What changed"])
    await page.getByText(folded).first().click();
  await expectGoodScreen(page);
  for (const other of ["/history", "/retract"]) {
    await page.goto(path + other);
    await expectGoodScreen(page);
  }
});

test("the forms are good screens", async ({ page }) => {
  test.slow();
  for (const path of ["/incidents/new", "/sources/new"]) {
    await page.goto(path);
    await expectGoodScreen(page);
  }
});
