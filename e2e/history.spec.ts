import { expect, type Page, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { addSource } from "../db/commands/add-source";
import { linkIncidents } from "../db/commands/link-incidents";
import { logIncident } from "../db/commands/log-incident";
import { purgeRevisions } from "../db/commands/purge-revisions";
import { reviseIncident } from "../db/commands/revise-incident";
import { listAccess } from "../db/queries/list-access";
import { listRevisions } from "../db/queries/list-revisions";
import type { Store } from "../db/store";
import { aWrittenSource } from "../db/testing-tables";
import { ACCESS_TABLE } from "../domain/access-table";
import { emptyTableRequest } from "../domain/table-params";
import { aClaim, aDocument, aGroup, anEvent, exactly } from "../domain/testing-documents";
import { inLedger } from "./in-ledger";
import { expectGoodScreen } from "./screens";

/** Nobody else writes under this name, so that only what is logged here is found. */
const who = `historian-${Date.now().toString(36)}`;
const actor = { id: who, role: "admin", from: "/a/test" } as const;
const clockOf = (day: string) => ({
  now: () => Date.parse(day),
  randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
});
let refs: { case: string; other: string; source: string };

/** A case of three versions: twenty people on 10 January, thirty on the 31st, forty on 1 February. */
async function logCase(store: Store, title: string): Promise<string> {
  const document = (count: number) =>
    aDocument({
      title: `${title} with ${count}`,
      summary: `A summary of ${count}.`,
      groups: [aGroup("g", { nationality: "MN", label: "the walkers", count: exactly(count) })],
      events: [anEvent("e", { places: [{ role: "at", locationId: "MN-041" }] })],
    });
  const { ref } = await logIncident(
    store,
    { document: document(20) },
    actor,
    clockOf("2026-01-10T12:00:00Z"),
  );
  for (const [version, count, day] of [
    [1, 30, "2026-01-31T23:59:00Z"],
    [2, 40, "2026-02-01T00:00:00Z"],
  ] as const)
    await reviseIncident(
      store,
      { ref, version, document: document(count), reason: `now ${count}` },
      actor,
      clockOf(day),
    );
  return ref;
}

test.beforeAll(async () => {
  refs = await inLedger(async (store) => {
    const ref = await logCase(store, "A case");
    const other = await logCase(store, "Another case");
    await linkIncidents(
      store,
      { from: ref, to: other, type: "follows", note: "so it seems" },
      actor,
    );
    const source = await addSource(
      store,
      {
        source: aWrittenSource({
          publisher: "Hidden Post",
          access: "restricted",
          storedText: "a quiet pelican",
        }),
      },
      actor,
    );
    return { case: ref, other, source: source.ref };
  });
});

const main = (page: Page) => page.getByRole("main");
const entries = (page: Page) =>
  page.getByRole("list", { name: "Entries of the log" }).getByRole("listitem");
const accesses = (page: Page) => page.getByRole("list", { name: "Accesses" }).getByRole("listitem");
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("the log is filtered by who, what, of what, reference and day, all in the address", async ({
  page,
}) => {
  await page.goto(`/history?who=${who}`);
  await expect(heading(page)).toHaveText("8 entries of the log");
  await expect(entries(page).first()).toContainText("SRC-");
  await expect(entries(page).first()).toContainText(`by ${who} · version 1 · from /a/test · entry`);

  await page.getByLabel("Reference").fill(refs.case.toLowerCase());
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(`/history?who=${who}&reference=${refs.case}`);
  await expect(heading(page)).toHaveText("4 entries of the log");
  await expect(entries(page).first()).toContainText(`linked ${refs.case} – ${refs.other}`);
  await expect(entries(page).first()).toContainText("so it seems");

  await page.getByText("What was done: any").click();
  await page.getByRole("checkbox", { name: "edited", exact: true }).check();
  await page.getByLabel("From").fill("2026-01");
  await page.getByLabel("To", { exact: true }).fill("2026-01-31");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(
    `/history?who=${who}&action=revise&reference=${refs.case}&from=2026-01-01&to=2026-01-31`,
  );
  await expect(heading(page)).toHaveText("1 entry of the log");
  await expect(entries(page)).toContainText("2026-01-31 23:59 UTC edited");
  await expect(entries(page)).toContainText("Reason: now 30");
  await entries(page).getByText("What changed").click();
  await expect(entries(page).getByText("How many")).toBeVisible();
  await expect(entries(page).locator("del").filter({ hasText: "20" }).first()).toBeVisible();
  await expect(entries(page).locator("ins").filter({ hasText: "30" }).first()).toBeVisible();

  await page.getByRole("link", { name: "Clear the filter" }).click();
  await expect(page).toHaveURL("/history");
});

test("the log can be read from its beginning, and what is not there is said", async ({ page }) => {
  await page.goto(`/history?who=${who}`);
  await page.getByRole("link", { name: "Oldest first" }).click();
  await expect(page).toHaveURL(`/history?who=${who}&sort=entry`);
  await expect(entries(page).first()).toContainText("2026-01-10 12:00 UTC logged");
  await page.goto("/history?reference=INC-222222");
  await expect(main(page)).toContainText("No entries match. Clear the filter");
});

for (const [query, text] of [
  ["who=nobody+at+all", "Nobody called “nobody at all” has written anything."],
  ["action=fly", "“fly” is not known here. Allowed: log, revise"],
  ["reference=SRC", "“SRC” is no reference. It looks like INC-5T8VNK or SRC-5T8VNK."],
  ["from=never", "“never” is no date of the calendar."],
  ["from=2026-02&to=2026-01", "begins on 2026-02-01 and ends on 2026-01-31, which is earlier"],
  ["page=999", "There is no page 999."],
] as const)
  test(`what is wrong with /history?${query} is said`, async ({ page }) => {
    const answer = await page.goto(`/history?${query}`);
    expect(answer?.status()).toBe(200);
    await expect(main(page)).toContainText(text);
  });

test("a source's stored text is never in the log, only its length", async ({ page }) => {
  await page.goto(`/history?reference=${refs.source}`);
  await entries(page).getByText("What changed").click();
  await expect(entries(page)).toContainText("15 characters");
  await expect(entries(page)).toContainText("Hidden Post");
  expect(await page.content()).not.toContain("pelican");
});

test("an incident is seen as it stood on a day, in words of now", async ({ page }) => {
  await page.goto(`/incidents/${refs.case}/history`);
  await page.getByLabel("See it as it stood on").fill("2026-01-31");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(`/incidents/${refs.case}/history?at=2026-01-31`);
  await expect(heading(page)).toContainText(`${refs.case}, version 2`);
  await expect(heading(page)).toContainText("A case with 30");
  await expect(main(page)).toContainText(
    "This is version 2, written on 2026-01-31, and not what the ledger says now.",
  );
  await expect(main(page)).toContainText("A summary of 30.");
  await expect(main(page)).toContainText("Khövsgöl");

  await page.goto(`/incidents/${refs.case}/history?at=2026-01-09`);
  await expect(main(page)).toContainText(`${refs.case} was not logged yet on 2026-01-09.`);
  await page.goto(`/incidents/${refs.case}/history?version=77`);
  await expect(main(page)).toContainText(`${refs.case} has no version 77.`);
  await page.goto(`/incidents/${refs.case}/history?at=soon`);
  await expect(main(page)).toContainText("“soon” is no date of the calendar.");
  await expect(main(page)).toContainText("See version 3");
});

test("a version is restored with a reason, once that is confirmed, and not over a newer one", async ({
  page,
  context,
}) => {
  const ref = await inLedger((store) => logCase(store, "A restored case"));
  await page.goto(`/incidents/${ref}/history`);
  await page.getByRole("link", { name: "See version 1", exact: true }).click();
  await expect(page).toHaveURL(`/incidents/${ref}/history?version=1`);
  const restore = page.getByRole("button", { name: "Restore this version" });
  await page.getByLabel("Reason").fill("The report was right.");
  await restore.click();
  await expect(page.getByText("Tick the box to confirm that this version")).toBeVisible();
  await expect(page.getByLabel("Reason")).toHaveValue("The report was right.");

  const other = await context.newPage();
  await other.goto(`/incidents/${ref}/edit`);
  await other.locator("#case-summary").fill("Saved in between");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await other.waitForURL(new RegExp(`/incidents/${ref}$`));

  const confirmed = page.getByRole("checkbox", { name: "I have looked at what this replaces" });
  await confirmed.check();
  await restore.click();
  await expect(page.getByText("Somebody changed the incident after you opened")).toBeVisible();
  await page.reload();
  await page.getByLabel("Reason").fill("The report was right.");
  await confirmed.check();
  await restore.click();
  await page.waitForURL(new RegExp(`/incidents/${ref}$`));
  await expect(heading(page)).toContainText("A restored case with 20");
  await page.goto(`/incidents/${ref}/history`);
  await expect(main(page).getByRole("listitem").first()).toContainText(
    "restored an earlier version by Ada Admin · version 5",
  );
  await expect(main(page)).toContainText("Reason: The report was right.");
  await page.goto(`/incidents/${ref}/history?version=5`);
  await expect(main(page)).toContainText("the ledger says the same now");
  await expect(restore).toHaveCount(0);
});

test("what was purged is said to be so, and cannot be restored", async ({ page }) => {
  const ref = await inLedger(async (store) => {
    const logged = await logCase(store, "A purged case");
    const revisions = await listRevisions(store, actor, { ref: logged });
    const entry = revisions.find(({ version }) => version === 2)!.seq;
    await purgeRevisions(store, { entries: [entry], reason: "A name." }, actor);
    return logged;
  });
  await page.goto(`/incidents/${ref}/history?version=2`);
  await expect(main(page)).toContainText("What version 2 said has been emptied");
  await expect(page.getByRole("button", { name: "Restore this version" })).toHaveCount(0);
  await page.goto(`/incidents/${ref}/history`);
  await expect(main(page)).toContainText("The content of this entry is no longer there.");
  await page.goto(`/history?who=${who}&action=purge`);
  await expect(entries(page).first()).toContainText("Reason: A name.");
});

test("an incident whose sources are gone is listed as it was", async ({ page }) => {
  const ref = await inLedger(async (store) => {
    const source = await addSource(store, { source: aWrittenSource({ publisher: "Gone" }) }, actor);
    const document = aDocument({
      title: "Rests on what is gone",
      claims: [aClaim("c", source.id, { statement: "So it says." })],
    });
    const logged = await logIncident(store, { document }, actor);
    await reviseIncident(
      store,
      { ref: logged.ref, version: 1, document: aDocument({ title: "Bare" }), reason: "" },
      actor,
    );
    await store.tx((db) => db.delete(store.t.source).where(eq(store.t.source.ref, source.ref)));
    return logged.ref;
  });
  await page.goto(`/incidents/${ref}/history?version=1`);
  await expect(main(page)).toContainText(
    "names what the ledger no longer has (1 source, 0 places)",
  );
  await expect(main(page)).toContainText("So it says.");
  await expect(page.getByRole("button", { name: "Restore this version" })).toHaveCount(0);
});

test("reading a restricted source and taking data away are recorded, for an admin to see", async ({
  page,
  request,
}) => {
  const recorded = () =>
    inLedger((store) => listAccess(store, actor, emptyTableRequest(ACCESS_TABLE)));
  await page.goto(`/sources/${refs.source}`);
  const before = await recorded();
  expect(before.rows[0]).toMatchObject({
    action: "read",
    entity: "source",
    entityId: refs.source,
    address: "127.0.0.1",
  });
  await request.get(`/incidents/${refs.case}/csv`);
  await request.get("/incidents.csv?province=MN-041");
  const { rows, total } = await recorded();
  expect(total).toBe(before.total + 2);
  expect(
    rows
      .slice(0, 2)
      .map(({ entity, entityId, detail, address }) => [entity, entityId, detail, address]),
  ).toEqual([
    ["incidents", "", "province=MN-041", "127.0.0.1"],
    ["incident", refs.case, "", "127.0.0.1"],
  ]);

  await page.goto("/admin");
  await page.getByRole("link", { name: "What was read and taken away" }).click();
  const first = accesses(page).first();
  await expect(first).toContainText("took away the incidents of province=MN-041");
  await expect(first).toContainText("by Ada Admin · from 127.0.0.1");
  await expectGoodScreen(page);
  await page.goto(`/admin/access?action=read&reference=${refs.source}`);
  await expect(accesses(page).first()).toContainText(`read in full ${refs.source}`);
  await page.goto("/admin/access?who=nobody");
  await expect(main(page)).toContainText("No access of anybody called “nobody” is recorded.");
  await expect(main(page)).toContainText("No accesses match.");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the log is filtered and a version restored all the same", async ({ page }) => {
    const ref = await inLedger((store) => logCase(store, "A plain case"));
    await page.goto("/history");
    await page.getByLabel("Reference").fill(ref);
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(`/history?reference=${ref}`);
    await page.goto(`/incidents/${ref}/history?at=2026-01-20`);
    await page.getByLabel("Reason").fill("Right after all.");
    await page.getByRole("checkbox", { name: "I have looked" }).check();
    await page.getByRole("button", { name: "Restore this version" }).click();
    await expect(page).toHaveURL(new RegExp(`/incidents/${ref}$`));
    await expect(heading(page)).toContainText("A plain case with 20");
  });
});

test("the log and a past version are good screens", async ({ page }) => {
  test.slow();
  await page.goto(`/history?who=${who}&size=100`);
  for (const summary of await page.getByText("What changed").all()) await summary.click();
  await expectGoodScreen(page);
  for (const query of ["", "?version=1"]) {
    await page.goto(`/incidents/${refs.case}/history${query}`);
    await expectGoodScreen(page);
  }
});
