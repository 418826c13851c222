import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { openStore } from "../db/client";
import { addSource } from "../db/commands/add-source";
import { logIncident } from "../db/commands/log-incident";
import { aWrittenSource } from "../db/testing-tables";
import { aClaim, aDocument, aGroup, anEvent, days, exactly } from "../domain/testing-documents";
import { expectGoodScreen } from "./screens";

const actor = { id: "e2e", role: "admin" } as const;
/** A word that nothing else in the database has, so that only what is logged here is found. */
const word = `lake${Date.now().toString(36)}`;
let refs: { incident: string; source: string; copy: string };

test.beforeAll(async () => {
  const store = await openStore(`file:${join(process.env.LEDGER_E2E_FOLDER!, "ledger.db")}`);
  const source = await addSource(
    store,
    {
      source: aWrittenSource({
        publisher: `Radio ${word}`,
        title: "호숫가에서 체포",
        language: "ko",
        published: days("1999-05-20", "1999-05-20"),
        reliability: "B",
      }),
    },
    actor,
  );
  const copy = await addSource(
    store,
    { source: aWrittenSource({ publisher: `Copy of ${word}`, derivedFrom: [source.id] }) },
    actor,
  );
  const incident = await logIncident(
    store,
    {
      document: aDocument({
        title: `Eleven held at the ${word}`,
        groups: [
          aGroup("walkers", { nationality: "MN", count: exactly(11), label: "the walkers" }),
          aGroup("driver", { role: "helper", nationality: "MN", count: exactly(1) }),
        ],
        events: [
          anEvent("arrest", {
            date: days("1999-05-18", "1999-05-18"),
            places: [{ role: "at", locationId: "MN-041" }],
          }),
        ],
        claims: [
          aClaim("c1", source.id, {
            field: "count",
            groupId: "walkers",
            count: exactly(11),
            quote: "열한 명",
            locator: "first paragraph",
          }),
        ],
      }),
    },
    actor,
  );
  refs = { incident: incident.ref, source: source.ref, copy: copy.ref };
  await store.close();
});

const firstCells = (page: Page) => page.getByRole("rowheader").allInnerTexts();

test("groups are found by words and role, and sorted by people", async ({ page }) => {
  await page.goto("/groups");
  await page.getByRole("searchbox").fill(word);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 groups of people");
  await page.getByRole("link", { name: "People" }).click();
  await expect(page).toHaveURL(`/groups?q=${word}&sort=-people`);
  await expect(page.getByRole("columnheader", { name: "People" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  const people = page.getByRole("row").getByRole("cell").nth(3);
  await expect(people).toHaveText("11");
  await page.getByRole("link", { name: "People" }).click();
  await expect(page).toHaveURL(`/groups?q=${word}&sort=people`);
  await expect(people).toHaveText("1");

  await page.getByText("Who: any").click();
  await page.getByRole("checkbox", { name: "seeking refuge" }).check();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 group of people");
  await expect(page).toHaveURL(`/groups?q=${word}&role=seeking_refuge&sort=people`);
  await expect(page.getByRole("cell", { name: "the walkers" })).toBeVisible();
  await expect(page.getByRole("link", { name: refs.incident })).toHaveAttribute(
    "href",
    `/incidents/${refs.incident}`,
  );
  await page.getByRole("link", { name: "Clear the filter" }).click();
  await expect(page).toHaveURL("/groups?sort=people");
});

test("places begin with those where something happened; the gazetteer has the rest", async ({
  page,
}) => {
  await page.goto("/locations?country=MN&sort=name");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 places with incidents");
  expect(await firstCells(page)).toEqual(["Khövsgöl", "Mongolia"]);
  await page.getByRole("link", { name: "Name", exact: true }).click();
  await expect(page).toHaveURL("/locations?country=MN&sort=-name");
  await expect(page.getByRole("rowheader").first()).toHaveText("Mongolia");

  await page.goto("/locations?q=투먼");
  await page.getByRole("combobox", { name: "Places" }).selectOption("all");
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("link", { name: "Tumen", exact: true }).click();
  await expect(page).toHaveURL("/locations/CN-JL/tumen");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tumen 투먼 图们");
  await expect(page.getByRole("link", { name: "Jilin" })).toHaveAttribute(
    "href",
    "/locations/CN-JL",
  );
});

test("the page of a province has its names, its incidents and the way to filter by it", async ({
  page,
}) => {
  await page.goto("/locations/MN");
  await page.getByRole("main").getByRole("link", { name: "Khövsgöl" }).click();
  await expect(page).toHaveURL("/locations/MN-041");
  await expect(page.getByText("흐브스글 주").first()).toHaveAttribute("lang", "ko");
  await expect(page.getByText("A point inside it to put a name at")).toBeVisible();
  await expect(page.getByRole("link", { name: refs.incident })).toBeVisible();
  await expect(page.getByRole("cell", { name: "18 May 1999" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Reference" })).toBeVisible();
  await expect(page.getByRole("link", { name: "See them in the table" })).toHaveAttribute(
    "href",
    "/incidents?province=MN-041",
  );
});

test("the page of a source has its claims, its words and what copies it", async ({ page }) => {
  await page.goto(`/sources?q=${word}&sort=publisher`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 sources");
  expect(await firstCells(page)).toEqual([refs.copy, refs.source]);
  await page.getByRole("link", { name: "Publisher" }).click();
  await expect(page).toHaveURL(`/sources?q=${word}&sort=-publisher`);
  await expect(page.getByRole("rowheader").first()).toHaveText(refs.source);

  await page.getByRole("link", { name: refs.source }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `Radio ${word}, “호숫가에서 체포”`,
  );
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("1 claim on 1 incident");
  await expect(page.getByText("“열한 명”")).toHaveAttribute("lang", "ko");
  await expect(page.getByText("first paragraph")).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit" })).toHaveAttribute(
    "href",
    `/sources/${refs.source}/edit`,
  );
  await page.getByRole("link", { name: `Copy of ${word}` }).click();
  await expect(page).toHaveURL(`/sources/${refs.copy}`);
  await expect(page.getByText("No claim rests on this source.")).toBeVisible();
});

const mistakes = [
  ["/groups?role=nonsense", "“nonsense” is not known here. Allowed: seeking_refuge, helper"],
  ["/groups?nationality=ZZ", "There is no country with the code “ZZ”."],
  ["/groups?sort=drop+table", "Nothing can be sorted by “drop table”. Allowed: incident, title"],
  ["/locations?kind=planet", "“planet” is not known here. Allowed: country, province"],
  ["/locations?page=-1", "“-1” is no page. A whole number from 1"],
  ["/locations/CN?size=7", "“7” is no size of a page. Allowed: 25, 50, 100."],
  ["/sources?colour=red", "There is no filter “colour”."],
  ["/sources?page=999", "There is no page 999."],
  [`/sources?q=${"%3F"}`, "“?” has no letter or digit to search for"],
] as const;

for (const [path, text] of mistakes)
  test(`what is wrong with ${path} is said`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole("main")).toContainText(text);
  });

test("a place and a source that are not there are a 404", async ({ page }) => {
  for (const path of ["/locations/CN-YN/nowhere", "/sources/SRC-222222", "/sources/nonsense"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page");
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("tables filter and sort all the same", async ({ page }) => {
    await page.goto("/sources");
    await page.getByRole("searchbox").fill(word);
    await page.getByText("Reliability: any").click();
    await page.getByRole("checkbox", { name: "B – usually reliable" }).check();
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(`/sources?q=${word}&reliability=B`);
    expect(await firstCells(page)).toEqual([refs.source]);
    await page.getByRole("link", { name: "Published" }).click();
    await expect(page).toHaveURL(`/sources?q=${word}&reliability=B&sort=published`);
  });
});

test("the tables and pages of places and sources are good screens", async ({ page }) => {
  test.slow();
  const paths = [
    "/groups",
    "/locations",
    "/locations/MN-041",
    "/locations/CN-JL/tumen/tumen-border-detention-center",
    "/sources",
    `/sources/${refs.source}`,
  ];
  for (const path of paths) {
    await page.goto(path);
    await expectGoodScreen(page);
  }
});
