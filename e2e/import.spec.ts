import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { like } from "drizzle-orm";
import { sha256 } from "../db/append-revision";
import { noteImportRun } from "../db/commands/note-import-run";
import { undoImport } from "../db/commands/undo-import";
import { findAccount } from "../db/queries/find-account";
import { headersDigest } from "../domain/import/table-headers";
import { tableMappingSchema } from "../domain/import/table-mapping";
import { inLedger } from "./in-ledger";
import { expectGoodScreen } from "./screens";
import { addAccount, pageOf } from "./sign-in";

const author = { id: "e2e", role: "admin" } as const;
const FIXTURES = "adapters/table/fixtures";
/** In the titles of the cases made here, and nowhere else. */
const WORD = "Sluicegate";

let page: Page;
test.beforeAll(async ({ browser }) => {
  const account = await inLedger(async (store) => {
    const admin = await findAccount(store, author, "admin@example.org");
    return addAccount(store, admin!, "researcher", `importer ${Date.now()}`);
  });
  page = await pageOf(browser, account.email);
});
test.afterAll(() => page.context().close());

async function upload(file: string | { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto("/import");
  await page.getByLabel("File").setInputFiles(file);
  await page.getByRole("button", { name: "Upload" }).click();
  await page.waitForURL(/\/import\/[0-9a-f]{24}$/);
}

async function sayWhatItIs(title: string, country: string, publisher: string) {
  await page.getByLabel("title", { exact: true }).fill(title);
  await page.getByLabel("type of event", { exact: true }).selectOption("detention");
  await page.getByLabel("country", { exact: true }).fill(country);
  await page.getByLabel("role of the people").selectOption("protester");
  await page.getByLabel("publisher", { exact: true }).fill(publisher);
  await page.getByLabel("Write [name], [address] or [handle] instead").check();
}

const check = () => page.getByRole("button", { name: "Check the import" }).click();
const found = () => page.getByRole("region", { name: "What the check found" });
const counted = () => found().getByRole("row", { name: /^Incidents/ });
const titled = (title: string) =>
  inLedger((store) => {
    const { incident } = store.t;
    return store.read
      .select({ ref: incident.ref, people: incident.personsBest, date: incident.dateEarliest })
      .from(incident)
      .where(like(incident.title, `${title}%`));
  });

test("a table comes in by a mapping that is suggested, completed, checked and remembered, and is undone", async () => {
  const file = join(FIXTURES, "look-alike-ovd-info.csv");
  await upload(file);
  await expect(page.getByLabel("What the column date goes to")).toHaveValue("date");
  await expect(page.getByLabel("What the column total goes to")).toHaveValue("persons");
  await expect(page.getByText(/can only be day, month, year/)).toBeVisible();
  await check();
  await expect(page.getByText("Say what happened: choose a column")).toBeVisible();
  await sayWhatItIs(`${WORD}, {subject}`, "RU", "A sluice monitor");
  await expectGoodScreen(page);
  await check();
  await expect(counted()).toContainText("8");
  expect(await titled(WORD)).toEqual([]);
  await page.getByRole("button", { name: "Import all of it" }).click();
  await expect(page.getByRole("region", { name: "What was imported" })).toBeVisible();
  const made = await titled(WORD);
  expect(made).toHaveLength(8);
  expect(made).toContainEqual(expect.objectContaining({ people: 198, date: "2031-12-04" }));
  await expectGoodScreen(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "What the columns are, as JSON" }).click(),
  ]);
  const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(tableMappingSchema.parse(saved)).toMatchObject({
    columns: expect.arrayContaining([expect.objectContaining({ header: "date", field: "date" })]),
    defaults: { country: expect.anything(), source_publisher: "A sluice monitor" },
  });

  await upload(file);
  await expect(page.getByText("As a table with the same columns was read last.")).toBeVisible();
  await page.getByLabel("Write [name], [address] or [handle] instead").check();
  await check();
  await expect(counted()).toContainText(/Incidents\s*0\s*0\s*8\s*0/);
  await page.getByRole("button", { name: "Give this import up" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Give this import up" }).click();
  await expect(page.getByText("This import was given up")).toBeVisible();
  await page.goto("/import");

  await page
    .getByRole("row", { name: /in the ledger/ })
    .first()
    .getByRole("link")
    .click();
  await page.getByLabel("Reason").fill("Ask 010-1234-5678");
  await page.getByLabel("I have read this and want to undo the whole import.").check();
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByText(/010-1234-5678.*(number|refused)/)).toBeVisible();
  const id = page.url().slice(-24);
  await inLedger((store) => noteImportRun(store, { id, kind: "undo" }, author));
  await page.reload();
  await expect(page.getByText(/^Undoing this import began .* was broken off/)).toBeVisible();
  await expectGoodScreen(page);
  await page.getByLabel("Reason").fill("The wrong year");
  await page.getByLabel("I have read this and want to undo the whole import.").check();
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByText("This import was undone.")).toBeVisible();
  expect(await titled(WORD)).toEqual([]);
});

test("every fault is named with its line and column; the good rows come in, the rest as a file that can be mended", async () => {
  await upload(join(FIXTURES, "faulty-ovd-info.csv"));
  await page.getByLabel("What the column id goes to").selectOption("external_id");
  await page.getByLabel("What the column date goes to").selectOption("date");
  await page.getByLabel("What the column total goes to").selectOption("persons");
  await page.getByLabel("day, month, year", { exact: true }).check();
  await sayWhatItIs(`${WORD} again, {id}`, "RU", "A sluice monitor");
  await check();
  const faults = page.getByRole("region", { name: /problems$/ });
  await expect(faults.getByRole("row", { name: /31\.02\.2032/ })).toContainText("date");
  await expect(faults.getByRole("row", { name: /-27/ })).toContainText("total");
  await page.getByRole("button", { name: "Import the rows that are right" }).click();
  await expect(page.getByRole("region", { name: "What was imported" })).toBeVisible();
  const made = await titled(`${WORD} again`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "The faulty rows as a file to mend" }).click(),
  ]);
  const rows = readFileSync((await download.path())!, "utf8");
  expect(rows).toContain("ledger_problem");
  // A row of the file is either in the ledger or to be mended.
  expect(made.length).toBeGreaterThan(0);
  expect(rows).toContain("31.02.2032");
  // The real table has rows of the same numbers.
  const undone = { id: page.url().slice(-24), reason: "A test" };
  await inLedger((store) => undoImport(store, undone, author));
});

test("without script a small file is uploaded and mapped as any form is sent", async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto("/import");
  await plain.getByLabel("File").setInputFiles(join(FIXTURES, "look-alike-ovd-info.csv"));
  await plain.getByRole("button", { name: "Upload" }).click();
  await expect(plain.getByRole("heading", { name: /^Import of look-alike/ })).toBeVisible();
  await expect(plain.getByRole("button", { name: "Check the import" })).toBeVisible();
  await context.close();
});

/** A mapping that somebody made for a table with these columns. */
async function remember(file: string, saved: string) {
  const [heading = ""] = readFileSync(file, "utf8").split(/\r?\n/);
  const digest = headersDigest(heading.split(","), sha256);
  const mapping = tableMappingSchema.parse(JSON.parse(readFileSync(saved, "utf8")));
  await inLedger(async (store) => {
    const said = { mapping, updatedAt: Date.now(), updatedBy: author.id };
    const { importMapping } = store.t;
    await store.tx((db) =>
      db
        .insert(importMapping)
        .values({ headersDigest: digest, ...said })
        .onConflictDoUpdate({ target: importMapping.headersDigest, set: said }),
    );
  });
}

const MIGRANTS = "docs/mappings/missing-migrants.json";
const bringIn = async (file: string) => {
  await upload(file);
  await expect(page.getByText("As a table with the same columns was read last.")).toBeVisible();
  await page.getByLabel("Write [name], [address] or [handle] instead").check();
  await check();
  await expect(found()).toBeVisible({ timeout: 240_000 });
};

test("a table of missing migrants comes in by the mapping that was kept for its columns", async () => {
  const file = join(FIXTURES, "look-alike-missing-migrants.csv");
  await remember(file, MIGRANTS);
  await bringIn(file);
  await expect(counted()).toContainText(/Incidents\s*12\s*0\s*0\s*0/);
});

const shared = process.env.LEDGER_SHARED;
const NOT_HERE = "LEDGER_SHARED does not name the folder of the datasets.";
const datasets = (name: string) => join(shared ?? "", "datasets", name);

test("the real table of missing migrants is read whole", async () => {
  const file = datasets("04-iom-missing-migrants-europe.csv");
  test.skip(!shared || !existsSync(file), NOT_HERE);
  await remember(file, MIGRANTS);
  await bringIn(file);
  await expect(page.getByText("6,802 rows were read.")).toBeVisible();
});

test("the real table of detentions comes in with the row count and the total of the file", async () => {
  const file = datasets("06-ovdinfo-moscow-detentions-2011-2012.csv");
  test.skip(!shared || !existsSync(file), NOT_HERE);
  await upload(file);
  await sayWhatItIs(`${WORD} real, {id}`, "RU", "OVD-Info");
  await check();
  await page.getByRole("button", { name: "Import all of it" }).click();
  await expect(page.getByRole("region", { name: "What was imported" })).toBeVisible();
  const made = await titled(`${WORD} real`);
  expect(made).toHaveLength(180);
  expect(made.reduce((sum, { people }) => sum + (people ?? 0), 0)).toBe(4_885);
});
