import { expect, type Page, test } from "@playwright/test";
import { PAGE_COLUMN_NAMES } from "../domain/incident-columns";
import { SORT_KEYS } from "../domain/incident-sort";
import { expectGoodScreen } from "./screens";

const JULY = "Families and their helpers arrested in Qingdao and Kunming";

/** The references a page lists, in its order. */
function listed(page: Page): Promise<string[]> {
  return page.getByRole("link", { name: /^INC-/ }).allTextContents();
}

/** The first column of a CSV without its head. */
async function exported(page: Page, query: string): Promise<string[]> {
  const answer = await page.request.get(`/incidents.csv?${query}`);
  expect(answer.status()).toBe(200);
  const [, ...rows] = (await answer.text()).trimEnd().split("\r\n");
  return rows.map((row) => row.split(",")[0]!);
}

test("the page, its heading and the CSV agree, whatever the filter", async ({ page }) => {
  const filters = [
    "",
    "province=CN-YN",
    "province=CN-YN&from=2014-07-01&to=2014-07-31",
    "province=CN-YN&from=2014-07-16&to=2014-07-16&dates=possible",
    "from=2014-07-01&to=2014-07-31&dates=certain",
    "country=CN&type=deportation&modality=reported&from=2023",
    "province=CN-JL",
    "nationality=KP&role=helper",
    "people_min=20&people_max=30&sort=-people",
    "status=held&status=sentenced",
    "corroboration=contested",
    "q=Qingdao",
    "sort=title",
    "sort=-provinces",
  ];
  for (const filter of filters) {
    await page.goto(`/incidents?${filter}&size=100`);
    const refs = await listed(page);
    const query = new URLSearchParams(filter);
    query.set("columns", "reference");
    expect(await exported(page, query.toString()), filter).toEqual(refs);
    await expect(page.getByRole("heading", { level: 1 }), filter).toContainText(
      new RegExp(`^${refs.length} incident`),
    );
  }
});

test("16 July 2014 finds the July case as possible, not as certain; the whole month as certain", async ({
  page,
}) => {
  const link = page.getByText(JULY);
  await page.goto("/incidents?from=2014-07-16&to=2014-07-16");
  await expect(link).toBeVisible();
  await page.goto("/incidents?from=2014-07-16&to=2014-07-16&dates=certain");
  await expect(link).toHaveCount(0);
  await page.goto("/incidents?from=2014-07-01&to=2014-07-31&dates=certain");
  await expect(link).toBeVisible();
});

test("a filter is typed, said as a sentence, taken apart chip by chip, and kept by back and reload", async ({
  page,
}) => {
  await page.goto("/incidents");
  await page.getByLabel("From", { exact: true }).fill("2014-07");
  await page.getByLabel("To", { exact: true }).fill("2014-07");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/from=2014-07/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Jul 2014");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Jul 2014");
  await page.getByRole("link", { name: /^Take out: Jul 2014/ }).click();
  await expect(page).not.toHaveURL(/from=/);
  await page.goBack();
  await expect(page).toHaveURL(/from=2014-07/);
});

test("every column sorts both ways, and says so", async ({ page }) => {
  await page.goto(`/incidents?columns=${SORT_KEYS.join(",")}`);
  await page.evaluate(() => Object.assign(window, { isStillTheSame: true }));
  // The first column only selects.
  const heads = page.getByRole("columnheader").filter({ has: page.getByRole("link") });
  const names = (await heads.allTextContents()).map((name) => name.replace(/[↑↓]/g, "").trim());
  expect(names.length).toBe(13);
  for (const name of names) {
    const head = page.getByRole("columnheader", { name, exact: true });
    const follow = async () => {
      const href = await head.getByRole("link").getAttribute("href");
      await head.getByRole("link").click();
      await page.waitForURL(`**${href}`);
      return head.getAttribute("aria-sort");
    };
    const both = [await follow(), await follow()];
    expect(both.sort(), name).toEqual(["ascending", "descending"]);
  }
  // Whoever sorts, and whoever opens a row, does not load the program anew.
  await page.getByRole("link", { name: /^INC-/ }).first().click();
  await page.waitForURL(/\/incidents\/INC-/);
  expect(await page.evaluate(() => "isStillTheSame" in window)).toBe(true);
});

test("a mistake in the address is named, changes nothing and widens nothing", async ({ page }) => {
  const mistakes: [string, RegExp][] = [
    ["page=-1", /-1/],
    ["sort=drop%20table", /drop table/],
    ["size=7", /7/],
    ["type=arest", /arest/],
    ["from=2014-02-31", /2014-02-31/],
    ["from=2014-08-01&to=2014-07-01", /2014-08-01/],
    ["people_min=9&people_max=3", /9/],
    ["province=ZZ-99", /ZZ-99/],
    ["provnce=CN-YN", /provnce/],
    ["columns=nothing", /nothing/],
    ["dates=maybe", /maybe/],
  ];
  for (const [address, named] of mistakes) {
    const answer = await page.goto(`/incidents?${address}`);
    expect(answer?.status(), address).toBe(200);
    await expect(page.getByRole("alert").first(), address).toContainText(named);
    const csv = await page.request.get(`/incidents.csv?${address}`);
    expect(csv.status(), address).toBe(400);
    const { error } = await csv.json();
    expect(error.code).toBe("invalid_input");
    expect(error.issues[0].message, address).toMatch(named);
  }
});

test("a search of 10,000 characters is answered, and one without a word finds nothing and says so", async ({
  page,
}) => {
  const long = await page.goto(`/incidents?q=${"图".repeat(10_000)}`);
  expect(long?.status()).toBe(200);
  // It is not repeated in every link.
  expect((await long!.body()).length).toBeLessThan(1_000_000);
  await page.goto("/incidents?q=%21%21");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("0 incidents");
  await expect(page.getByText("!!").first()).toBeVisible();
});

test("without a match it says which part of the filter to loosen", async ({ page }) => {
  await page.goto("/incidents?province=CN-YN&status=died");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("0 incidents");
  await page.getByRole("listitem").filter({ hasText: "now died" }).getByRole("link").last().click();
  await expect(page).toHaveURL(/province=CN-YN/);
  await expect(page).not.toHaveURL(/status=/);
});

test("columns are chosen and put in order, on the page and in the CSV", async ({ page }) => {
  await page.goto("/incidents?columns=title,date");
  const heads = page.getByRole("columnheader").filter({ has: page.getByRole("link") });
  expect(await heads.allTextContents()).toEqual([
    expect.stringContaining("Title"),
    expect.stringContaining("Date"),
  ]);
  await page.goto("/incidents");
  const table = page.getByRole("region", { name: "Table of incidents" });
  await expect(
    table.getByRole("link", { name: "Eleven people arrested by Chinese police" }),
  ).toHaveAttribute("href", /^\/incidents\/INC-/);

  const csv = await page.request.get("/incidents.csv?columns=title,reference&bom=1");
  const text = await csv.text();
  expect(text.startsWith("\uFEFFtitle,reference\r\n")).toBe(true);
});

test("the usual columns fit a desk and a laptop, and more of them scroll by keyboard, which is seen", async ({
  page,
}) => {
  const table = page.getByRole("region", { name: "Table of incidents" });
  const beyond = () => table.evaluate((one) => one.scrollWidth - one.clientWidth);
  const shadows = () =>
    table.evaluate((one) =>
      ["::before", "::after"].map((side) => Number(getComputedStyle(one, side).opacity)),
    );
  for (const width of [1440, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/incidents");
    expect(await beyond(), `${width} px`).toBe(0);
    expect(await shadows(), `${width} px`).toEqual([0, 0]);
  }
  await page.goto(`/incidents?columns=${PAGE_COLUMN_NAMES.join("&columns=")}`);
  expect(await beyond()).toBeGreaterThan(0);
  await expect.poll(shadows).toEqual([0, 1]);
  await table.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(shadows).toEqual([1, 1]);
});

test("the header is one row on a laptop, and on a tablet its buttons stand beside the name", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/incidents");
  const header = page.getByRole("banner");
  expect((await header.boundingBox())!.height).toBeLessThan(60);
  await page.setViewportSize({ width: 900, height: 900 });
  const name = await header.getByRole("link", { name: "Detention Ledger" }).boundingBox();
  const button = await header.getByRole("button", { name: "Sign out" }).boundingBox();
  expect(name!.y).toBeGreaterThan(button!.y);
  expect(name!.y + name!.height).toBeLessThan(button!.y + button!.height);
});

test("the list is a good screen, with rows, without, and with a mistake", async ({ page }) => {
  for (const query of ["", "?province=CN-YN&from=2014", "?status=died", "?type=arest"]) {
    await page.goto(`/incidents${query}`);
    await expectGoodScreen(page);
  }
});
