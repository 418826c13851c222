import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { addSource } from "../db/commands/add-source";
import { changeAccount } from "../db/commands/change-account";
import { logIncident } from "../db/commands/log-incident";
import { findAccount } from "../db/queries/find-account";
import { aWrittenSource } from "../db/testing-tables";
import { aClaim, aDocument, aGroup, exactly } from "../domain/testing-documents";
import { inLedger } from "./in-ledger";
import { expectGoodScreen } from "./screens";
import { addAccount, PASSWORD, pageOf } from "./sign-in";

const author = { id: "e2e", role: "admin" } as const;
const NOBODY = { cookies: [], origins: [] };
/** In the titles of the cases made here, and nowhere else. */
const WORD = "millrace";
let refs: string[] = [];

test.beforeAll(async () => {
  refs = await inLedger(async (store) => {
    const source = aWrittenSource({ publisher: `The ${WORD} herald` });
    const { id } = await addSource(store, { source }, author);
    const made = [];
    for (const [title, people] of [
      ["first", 12],
      ["second", 5],
      ["third", 3],
    ] as const) {
      const claims = [aClaim("c", id, { field: "count", groupId: "g", count: exactly(people) })];
      const groups = [aGroup("g", { count: exactly(people + 1) })];
      const document = aDocument({ title: `Held at the ${WORD}, ${title}`, groups, claims });
      made.push((await logIncident(store, { document }, author)).ref);
    }
    return made;
  });
});

/** What an address that has ended answers: nothing is there, or, where others have guessed before, that one has to wait. */
const ENDED = [404, 429];

test("a view is found again, and its feed is read without signing in until it ends or its owner’s role does", async ({
  browser,
  playwright,
  baseURL,
}) => {
  const owner = await inLedger(async (store) => {
    const admin = await findAccount(store, author, "admin@example.org");
    return addAccount(store, admin!, "researcher", "view owner");
  });
  const page = await pageOf(browser, owner.email);
  await page.goto(`/incidents?q=${WORD}&sort=-people`);
  await page.getByText("Views", { exact: true }).click();
  await page.getByLabel("Name", { exact: true }).fill("By people");
  await page.getByRole("button", { name: "Save this view" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("By people");
  await page.getByRole("button", { name: "Save this view" }).click();
  await expect(page.getByText("You have a view called “By people” already.")).toBeVisible();

  await page.goto("/views");
  const view = page.getByRole("listitem").filter({ hasText: "By people" });
  await expect(view).toContainText(`Incidents, with the words “${WORD}” · 3 incidents now`);
  await view.getByText("Feed", { exact: true }).click();
  const make = async (button: string) => {
    await view.getByLabel("Password").fill(PASSWORD);
    await view.getByRole("button", { name: button }).click();
  };
  await make("Make its address");
  const shown = page.locator("p.select-all");
  await expect(shown).toHaveText(/\/feeds\/feed_[\w-]{43}$/);
  await expectGoodScreen(page);
  const first = await shown.innerText();

  const nobody = await playwright.request.newContext({ baseURL, storageState: NOBODY });
  const ask = (address: string) => nobody.get(address);
  const feed = await ask(first);
  expect(feed.status()).toBe(200);
  expect(feed.headers()).toMatchObject({
    "content-type": "application/atom+xml; charset=utf-8",
    "cache-control": "private, no-cache",
    "referrer-policy": "no-referrer",
  });
  const text = await feed.text();
  expect(text.match(/<entry>/g)).toHaveLength(3);
  expect(text).toContain(`<title>Held at the ${WORD}, third</title>`);
  expect(text).not.toContain("/feeds");
  const known = { "if-none-match": feed.headers().etag! };
  expect((await nobody.get(first, { headers: known })).status()).toBe(304);
  // Drafts: a visitor's feed of the same filter has none of them.
  const open = await (await ask(`/incidents.atom?q=${WORD}`)).text();
  expect(open).not.toContain("<entry>");
  expect(open).toContain(`href="${baseURL}/incidents?q=${WORD}"`);
  expect((await ask("/suggest/places?q=tu")).headers()["cache-control"]).toBe("no-store");

  await make("Make another address");
  await expect(shown).not.toHaveText(first);
  const second = await shown.innerText();
  expect(ENDED).toContain((await ask(first)).status());
  expect((await ask(second)).status()).toBe(200);
  await inLedger(async (store) => {
    const { accessEntry, account, revision } = store.t;
    const kept = await store.read.select().from(accessEntry).where(eq(accessEntry.actor, owner.id));
    const reads = kept.filter(({ action, entity }) => action === "read" && entity === "view");
    expect(reads.map(({ detail }) => detail)).toEqual([`q=${WORD}`, `q=${WORD}`]);
    for (const secret of [first, second].map((address) => address.split("/feeds/")[1]!))
      expect(JSON.stringify([kept, await store.read.select().from(revision)])).not.toContain(
        secret,
      );
    const change = { id: owner.id, reason: "", do: "change_role", role: "viewer" } as const;
    await changeAccount(store, change, author);
    expect(await store.read.select().from(account).where(eq(account.id, owner.id))).toHaveLength(1);
  });
  expect(ENDED).toContain((await ask(second)).status());
});

test("selected rows are taken away, and a source of theirs is judged anew once it was shown what that does", async ({
  page,
}) => {
  await page.goto(`/incidents?q=${WORD}&sort=title&columns=reference,people`);
  await page.getByRole("checkbox", { name: `Select ${refs[0]}` }).check();
  await page.getByRole("checkbox", { name: `Select ${refs[1]}` }).check();
  await expect(page.getByText("2 selected")).toBeVisible();
  const people = page.getByRole("columnheader", { name: "People" });
  await people.getByRole("link").click();
  await expect(people).toHaveAttribute("aria-sort", /ascending|descending/);
  await expect(page.getByText("2 selected")).toBeVisible();
  for (const ref of refs.slice(0, 2))
    await expect(page.getByRole("checkbox", { name: `Select ${ref}` })).toBeChecked();
  await page.goBack();
  await expect(people).toHaveAttribute("aria-sort", "none");
  await expect(page.getByText("2 selected")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV of the selected" }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  expect(csv.split("\r\n").map((line) => line.split(",")[0])).toEqual([
    "reference",
    refs[0],
    refs[1],
    "",
  ]);

  await page.getByRole("checkbox", { name: "All on this page" }).check();
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.getByRole("checkbox", { name: `Select ${refs[2]}` }).uncheck();
  await page.getByRole("button", { name: "Link or assess" }).click();
  await expect(page.getByRole("heading", { name: "2 selected incidents" })).toBeVisible();

  await page.getByLabel("The other incident").fill(refs[2]!);
  await page.getByRole("button", { name: "Link all 2" }).click();
  await expect(page.getByText("2 incidents are linked.")).toBeVisible();
  await page.getByLabel("The other incident").fill(refs[2]!);
  await page.getByRole("button", { name: "Link all 2" }).click();
  await expect(page.getByText("2 were linked so already")).toBeVisible();

  await page.getByLabel("Its claims become").selectOption("rejected");
  await page.getByRole("button", { name: "Show what would change" }).click();
  const row = page.getByRole("row").filter({ hasText: `${refs[0]} Held` });
  await expect(row).toContainText("1 of 1 change");
  await expect(row).toContainText("People: 12 → 13");
  await expectGoodScreen(page);
  await page.getByRole("button", { name: "Change 2 claims in 2 incidents" }).click();
  await expect(page.getByText("This must not be empty")).toBeVisible();
  await page.getByLabel("Why", { exact: true }).fill("The herald took it back.");
  await page.getByRole("button", { name: "Change 2 claims in 2 incidents" }).click();
  await expect(page.getByText("It is done")).toBeVisible();
  await page.goto(`/incidents?q=${WORD}&sort=title&columns=reference,people`);
  await expect(page.getByRole("row").filter({ hasText: refs[0] })).toContainText("13");
  await expect(page.getByRole("row").filter({ hasText: refs[2] })).toContainText("3");
});
