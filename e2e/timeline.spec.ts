import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { openStore } from "../db/client";
import { logIncident } from "../db/commands/log-incident";
import { aDocument, aGroup, anEvent, days, exactly } from "../domain/testing-documents";
import { expectGoodScreen } from "./screens";

const actor = { id: "e2e", role: "admin" } as const;
/** Words that nothing else in the database has, so that only what is logged here is drawn. */
const few = `reed${Date.now().toString(36)}`;
const many = `rush${Date.now().toString(36)}`;
const DAYS = 40;
const long = `slow${Date.now().toString(36)}`;

test.beforeAll(async () => {
  const store = await openStore(`file:${join(process.env.LEDGER_E2E_FOLDER!, "ledger.db")}`);
  const log = (title: string, earliest: string | null, latest: string | null, places: string[]) =>
    logIncident(
      store,
      {
        document: aDocument({
          title,
          groups: [aGroup("all", { nationality: "KP", count: exactly(7) })],
          events: [
            anEvent("arrest", {
              date: days(earliest, latest),
              places: places.map((locationId) => ({ role: "at" as const, locationId })),
            }),
            anEvent("return", { type: "deportation", modality: "anticipated" }),
          ],
        }),
      },
      actor,
    );
  await log(`Both provinces ${few}`, "1998-03-10", "1998-03-10", ["CN-YN", "CN-SD"]);
  await log(`Some day in spring ${few}`, "1998-03-01", "1998-05-31", ["CN-JL"]);
  await log(`Since summer ${few}`, "1998-07-01", null, ["CN-JL"]);
  await log(`Who knows when ${few}`, null, null, []);
  for (let n = 0; n < DAYS; n++)
    await log(`Number ${n} ${many}`, "1997-06-01", "1997-06-01", ["CN-JL"]);
  for (let n = 0; n < 31; n++) await log(`Open ${n} ${long}`, "1996-01-01", null, ["CN-JL"]);
  await log(`One day ${long}`, "1996-06-12", "1996-06-12", ["CN-JL"]);
  await log(`Across two months ${many}`, "1997-05-20", "1997-06-10", ["CN-LN"]);
  await store.close();
});

const chart = (page: Page) => page.getByRole("group", { name: /^Timeline\./ });
const windowOf = (page: Page) => new URL(page.url()).searchParams.get("window");
/** How many the heading of a list of incidents counts. */
async function counted(page: Page, href: string): Promise<number> {
  await page.goto(href);
  return Number.parseInt(await page.getByRole("heading", { level: 1 }).innerText(), 10);
}

test("few incidents are bars, told in a list beside them, and each number leads to as many", async ({
  page,
}) => {
  await page.goto(`/timeline?q=${few}&lane=province`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Timeline: 4 incidents");
  for (const lane of ["Jilin: 2", "Shandong: 1", "Yunnan: 1"])
    await expect(chart(page).getByRole("link", { name: lane, exact: true })).toBeVisible();
  const list = page.getByRole("region", { name: "The same as a list" });
  await expect(list.getByRole("link", { name: `Both provinces ${few}` })).toHaveCount(2);
  await expect(list.getByRole("listitem").first()).toContainText("Mar–May 1998");

  const numbers = await page.getByRole("link", { name: /^(\d+ incidents?|\d+|\w+: \d+)$/ }).all();
  const links = await Promise.all(
    numbers.map(async (link) => [await link.textContent(), await link.getAttribute("href")]),
  );
  expect(links.length).toBeGreaterThan(5);
  for (const [text, href] of links) {
    const number = Number(/\d+/.exec(text!)![0]);
    if (href!.startsWith("/incidents?")) expect(await counted(page, href!), href!).toBe(number);
    else {
      await page.goto(href!);
      const apart = page.getByRole("heading", { name: new RegExp(`^${number} incident`) });
      await expect(apart, href!).toBeVisible();
    }
  }
});

test("many incidents are counted, possibly and certainly, and a bin leads closer", async ({
  page,
}) => {
  await page.goto(`/timeline?q=${many}&window=1997-01-01..1997-12-31`);
  await expect(page.getByRole("status").first()).toContainText(
    "41 incidents possibly in this time",
  );
  await expect(page.getByRole("status").first()).toContainText("counted by month");
  const row = page.getByRole("row", { name: /^Jun 1997/ });
  await expect(row).toContainText("4140");
  await expect(page.getByText("last known at risk of something anticipated")).toBeVisible();
  const numbers = row.getByRole("link", { name: "41" });
  for (const number of [numbers.first(), numbers.last()]) {
    expect(await counted(page, (await number.getAttribute("href"))!)).toBe(41);
    await page.goBack();
  }
  expect(
    await counted(page, (await row.getByRole("link", { name: "40" }).getAttribute("href"))!),
  ).toBe(40);
  await page.goBack();
  await chart(page)
    .getByRole("link", { name: /^Jun 1997: 41 incidents possibly, 40/ })
    .click();
  await expect(page).toHaveURL(/window=1997-06-01\.\.1997-06-30/);
  await expect(page.getByRole("row", { name: /^1 Jun 1997/ })).toBeVisible();
});

test("of a time that is asked for exactly what the filter finds is drawn, listed and taken away", async ({
  page,
}) => {
  const query = `q=${few}&from=1998-03-05&to=1998-03-31&dates=certain`;
  await page.goto(`/timeline?${query}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Timeline: 1 incident");
  const told = page.getByRole("status").first();
  await expect(told).toContainText(
    "4 Mar – 1 Apr 1998: 1 incident certainly in the time asked for",
  );
  await expect(page.locator(".timeline-mark")).toHaveCount(1);
  await expect(page.locator(".timeline-asked")).toHaveCount(1);
  const list = page.getByRole("region", { name: "The same as a list" });
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(list).toContainText(`Both provinces ${few}`);
  const csv = await (await page.request.get(`/timeline.csv?${query}`)).text();
  expect(csv.trim().split("\r\n")).toHaveLength(2);
  const json = await (await page.request.get(`/timeline.json?${query}`)).json();
  expect(json).toMatchObject({ asked: 1, possible: 1, lanes: [{ possible: 1 }] });
  const link = told.getByRole("link", { name: "1 incident", exact: true }).first();
  expect(await counted(page, (await link.getAttribute("href"))!)).toBe(1);

  await page.goto(`/timeline?${query}&window=1998-03-20..1998-04-20`);
  await expect(told).toContainText("0 of them drawn in the days shown");
});

test("where a time that is asked for holds too many, periods say that they count all", async ({
  page,
}) => {
  await page.goto(`/timeline?q=${many}&from=1997-06-01&to=1997-06-30&dates=certain`);
  await expect(
    page.getByText(/^40 incidents certainly in the time asked for\. Periods/),
  ).toBeVisible();
  await expect(page.getByRole("status").first()).toContainText(
    "41 incidents possibly in this time",
  );
  const link = page.getByRole("link", { name: "40 incidents", exact: true });
  expect(await counted(page, (await link.getAttribute("href"))!)).toBe(40);
});

test("what reaches over all days is left out where bars would be too many, and listed apart", async ({
  page,
}) => {
  await page.goto(`/timeline?q=${long}&window=1996-06-10..1996-06-16`);
  await expect(page.getByRole("status").first()).toContainText(
    "32 incidents possibly in this time",
  );
  await expect(page.locator(".timeline-mark")).toHaveCount(1);
  await page.getByRole("link", { name: "31 of them" }).click();
  const apart = page.getByRole("region", { name: /^31 incidents that may be of any day shown/ });
  await expect(apart.getByText(/^Open \d+/).first()).toBeVisible();
});

test("periods are cards on a phone, so that no number is cut off", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`/timeline?q=${many}&window=1997-01-01..1997-12-31`);
  const periods = page.getByRole("region", { name: "Periods of the timeline, all incidents" });
  await expect(periods).toContainText("287");
  expect(await periods.evaluate((region) => region.scrollWidth - region.clientWidth)).toBe(0);
});

test("it is moved with wheel, drag, keys and buttons; the address and the list follow", async ({
  page,
}) => {
  await page.goto(`/timeline?q=${few}&window=1998-01-01..1998-12-31`);
  const svg = page.locator(".timeline-canvas");
  const box = (await svg.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, -400);
  await expect.poll(() => windowOf(page)).not.toBe("1998-01-01..1998-12-31");
  const closer = windowOf(page)!;
  expect(closer > "1998-01-01" && closer.slice(12) < "1998-12-31").toBe(true);

  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => windowOf(page)).not.toBe(closer);
  expect(windowOf(page)! > closer).toBe(true);

  await chart(page).focus();
  await page.keyboard.press("Home");
  await expect.poll(() => windowOf(page)).toMatch(/^1998-02-\d\d\.\.1998-07-/);
  const whole = windowOf(page)!;
  await page.keyboard.press("-");
  await expect.poll(() => windowOf(page)! < whole).toBe(true);
  await page.keyboard.press("ArrowRight");
  await page.getByRole("link", { name: "All", exact: true }).click();
  await expect.poll(() => windowOf(page)).toBe(whole);

  await page.getByRole("link", { name: "Earlier" }).click();
  await page.getByRole("link", { name: "Earlier" }).click();
  await expect(page.getByText("Nothing that the filter finds lies in this time.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Nothing that the filter finds lies in this time.")).toBeVisible();
});

test("a mark says the essentials when it is reached by keys, and Enter opens it", async ({
  page,
}) => {
  await page.goto(`/timeline?q=${few}`);
  await chart(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const essentials = `Both provinces ${few}: 10 Mar 1998 · Shandong, Yunnan · 7 people`;
  await expect(page.locator("figure p").filter({ hasText: essentials })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Both provinces ${few}`);
});

test("a time that is marked on the strip becomes the filter's", async ({ page }) => {
  await page.goto(`/timeline?q=${few}&window=1998-01-01..1998-12-31`);
  const strip = (await page.locator(".timeline-brush .overlay").boundingBox())!;
  await page.mouse.move(strip.x + strip.width * 0.15, strip.y + 10);
  await page.mouse.down();
  await page.mouse.move(strip.x + strip.width * 0.35, strip.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=1998-02-2\d&to=1998-05-0\d/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Timeline: 2 incidents");
  await expect(page.getByLabel("From", { exact: true })).toHaveValue(/^1998-02-2\d$/);
});

test("an end of the marked time that is not moved stays, and a click beside it takes nothing away", async ({
  page,
}) => {
  const asked = `/timeline?q=${few}&from=1998-03-05&window=1998-01-01..1998-12-31`;
  await page.goto(asked);
  const mark = (await page.locator(".timeline-brush .selection").boundingBox())!;
  const y = mark.y + mark.height / 2;
  await page.mouse.click(mark.x - 30, y);
  await expect(page).toHaveURL(asked);
  await page.mouse.move(mark.x, y);
  await page.mouse.down();
  await page.mouse.move(mark.x - 40, y, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=1998-0[12]-\d\d&/);
  expect(new URL(page.url()).searchParams.get("to")).toBeNull();
});

test("Back takes back a step into a period", async ({ page }) => {
  const whole = `/timeline?q=${many}&window=1997-01-01..1997-12-31`;
  await page.goto(whole);
  await chart(page)
    .getByRole("link", { name: /^June? 1997/ })
    .click();
  await expect(page).toHaveURL(/window=1997-06-01\.\.1997-06-30/);
  await expect(page.getByRole("row", { name: /^1 Jun 1997/ })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(whole);
  await expect(page.getByRole("row", { name: /^Jun 1997/ })).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("its buttons, lanes and marks are links", async ({ page }) => {
    await page.goto(`/timeline?q=${few}&window=1998-01-01..1998-12-31`);
    await page.getByRole("link", { name: "Closer" }).click();
    await expect(page).toHaveURL(/window=1998-04-0\d\.\.1998-0?1?\d-\d\d/);
    await page.getByRole("link", { name: "status", exact: true }).click();
    await expect(page.getByText("arrested: 2")).toHaveCount(2);
    await chart(page)
      .getByRole("link", { name: /^arrested\. Since summer/ })
      .click();
    await expect(page).toHaveURL(/\/incidents\/INC-/);
  });
});

test("it is taken away as a picture and as numbers; a mistake in the address is named", async ({
  page,
}) => {
  const ask = (path: string) =>
    page.request.get(`${path}${path.includes("?") ? "&" : "?"}q=${many}`);
  const csv = await ask("/timeline.csv?window=1997-01-01..1997-12-31&lane=province");
  expect(csv.headers()["content-disposition"]).toMatch(/attachment; filename="timeline-/);
  const lines = (await csv.text()).split("\r\n");
  expect(lines[0]).toMatch(/^lane,lane_codes,from,to,incidents_possible,incidents_certain,/);
  expect(lines).toContain("Jilin,CN-JL,1997-06-01,1997-06-30,40,40,280,280,280,280,280,280,40");
  expect(lines).toContain("Liaoning,CN-LN,1997-06-01,1997-06-30,1,0,7,7,7,,,,1");
  const svg = await ask("/timeline.svg?window=1997-01-01..1997-12-31");
  expect(svg.headers()["content-type"]).toBe("image/svg+xml; charset=utf-8");
  expect(await svg.text()).toContain("Timeline: incidents, with the words");
  const wrong = await ask("/timeline.json?lane=colour&window=2014");
  expect(wrong.status()).toBe(400);
  await page.goto("/timeline?lane=colour&window=2014&type=arest");
  for (const named of ["colour", "2014", "arest"])
    await expect(page.getByRole("alert").first()).toContainText(named);
});

test("the timeline is a good screen, with bins, lanes, a marked time and a list of its own", async ({
  page,
}) => {
  const window = "window=1997-01-01..1997-12-31&from=1997-05-01";
  await page.goto(`/timeline?q=${many}&lane=status&${window}&only=undated`);
  await expectGoodScreen(page);
});
