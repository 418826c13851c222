import { expect, type Page, test } from "@playwright/test";
import { expectGoodScreen } from "./screens";

const YUNNAN_SHANDONG = "/compare?a.province=CN-YN&b.province=CN-SD";

/** Every number of incidents on a page, with the address of the list that it leads to. */
async function numbersOf(page: Page): Promise<{ href: string; count: string }[]> {
  return page.locator("main").evaluate((main) =>
    Array.from(main.querySelectorAll('a[href^="/incidents"]')).flatMap((link) => {
      const href = link.getAttribute("href")!;
      // Numbers of people are another test's.
      if (link.closest('section[aria-label^="People"]')) return [];
      const title = link.querySelector("title")?.textContent;
      const [, possible, certain] =
        /: ([\d,]+) incidents?(?:, ([\d,]+) of)?/.exec(title ?? "") ?? [];
      const count = title
        ? /dates=certain/.test(href)
          ? certain
          : possible
        : /^(?:in |All |The )?([\d,]+)(?: incidents?.*)?$/.exec(link.textContent ?? "")?.[1];
      return count === undefined ? [] : [{ href, count }];
    }),
  );
}

test("on paper, a comparison says what both sides ask for, and tables are whole", async ({
  page,
}) => {
  await page.emulateMedia({ media: "print" });
  await page.goto("/compare?a.from=2014&a.to=2014&b.from=2017&b.to=2017&status=held");
  await expect(page.locator(".print-only").filter({ hasText: /held/i })).toBeVisible();
  await page.goto("/");
  const cut = await page
    .locator(".table-scroll")
    .evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length);
  expect(cut).toBe(0);
});

test("every number of the overview, of the map and of a comparison leads to exactly that many incidents", async ({
  page,
}) => {
  const counted = new Map<string, string>();
  for (const address of [
    "/",
    "/?type=arrest&province=CN-YN&from=2014-05&to=2014-08",
    "/map?province=CN-YN&from=2014&to=2016&dates=certain",
    "/compare?a.from=2014&a.to=2014&b.from=2017&b.to=2017&status=held&by=year",
  ]) {
    await page.goto(address);
    const numbers = await numbersOf(page);
    expect(numbers.length, address).toBeGreaterThan(15);
    for (const { href, count } of numbers)
      expect([address, href, counted.get(href) ?? count]).toEqual([address, href, count]);
    for (const { href, count } of numbers) counted.set(href, count);
  }
  for (const [href, count] of counted) {
    const answer = await (await page.request.get(href)).text();
    expect([href, /<h1>([\d,]+) incident/.exec(answer)?.[1]]).toEqual([href, count]);
  }
});

test("the small map says what its shades mean, and has its largest numbers beside it", async ({
  page,
}) => {
  await page.goto("/");
  const map = page.getByRole("region", { name: "Map" });
  await expect(map.getByText("Incidents in a province")).toBeVisible();
  const rows = map
    .getByRole("region", { name: "Provinces with the most incidents" })
    .getByRole("row");
  await expect(rows.nth(1).getByRole("link")).toHaveAttribute("href", /^\/incidents\?province=/);
});

test("so many people are those of the list behind them", async ({ page }) => {
  await page.goto("/?province=CN-YN");
  const people = page.locator("main dl > div").filter({ hasText: /^People/ });
  const said = await people.getByRole("link").first().innerText();
  await people.getByRole("link").first().click();
  await expect(page.getByText(`${said} people`)).toBeVisible();
});

test("the charts are told in a table, turn to months, and come as files of their own", async ({
  page,
}) => {
  await page.goto("/?from=2014&to=2014");
  await page.getByText("The same numbers as a table").first().click();
  const table = page.getByRole("region", { name: "Incidents by month" });
  await expect(table.getByRole("row")).toHaveCount(13);
  await page.getByRole("link", { name: "By year" }).first().click();
  await expect(page.getByRole("heading", { name: "People by year" })).toBeVisible();
  const file = (name: string) =>
    page.getByRole("link", { name }).evaluate((link) => link.getAttribute("href")!);
  const picture = await page.request.get(await file("People by year as a picture, SVG"));
  expect(picture.headers()["content-type"]).toBe("image/svg+xml; charset=utf-8");
  const svg = await picture.text();
  expect(svg).toContain("Incidents, 2014, possibly");
  expect(svg).not.toMatch(/<style|<script|href=/);
  const numbers = await page.request.get(await file("Incidents by year as numbers, CSV"));
  expect(await numbers.text()).toMatch(
    /^period,from,to,incidents_certain,incidents_possible\r\n2014,2014-01-01,2014-12-31,\d+,\d+\r\n$/,
  );
});

test("what is compared is chosen in a form, and the difference is told only as far as it is certain", async ({
  page,
}) => {
  await page.goto("/compare");
  await expect(page.getByText("Choose a province or a time on either side")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: /^\d{4} and \d{4}$/ })).toHaveCount(
    2,
  );
  await page.getByRole("group", { name: "First" }).getByLabel("Province").selectOption("Yunnan");
  await page.getByRole("group", { name: "Second" }).getByLabel("Province").selectOption("Shandong");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(YUNNAN_SHANDONG);
  const people = page.getByRole("row", { name: /^People / });
  await expect(people.getByRole("cell").last()).toHaveText("cannot be told: a bound is not known");
  await expect(
    page
      .getByRole("row", { name: /^Incidents / })
      .getByRole("cell")
      .last(),
  ).toHaveText(/\d+ more in the (first|second)|the same/);
});

test("each chart of a comparison comes as a file with the numbers of its side", async ({
  page,
}) => {
  await page.goto("/compare?a.from=2014&a.to=2014&b.from=2017&b.to=2017&status=held&by=year");
  const incidents = page.getByRole("row", { name: /^Incidents / }).getByRole("cell");
  for (const [at, year] of ["2014", "2017"].entries()) {
    const name = new RegExp(`^Incidents by year: .*${year}.* as numbers, CSV$`);
    const address = await page.getByRole("link", { name }).getAttribute("href");
    const [, line] = (await (await page.request.get(address!)).text()).split("\r\n");
    expect(line).toMatch(new RegExp(`^${year},${year}-01-01,${year}-12-31,\\d+,\\d+$`));
    const count = Number(line!.split(",").at(-1)).toLocaleString("en");
    await expect(incidents.nth(at)).toHaveText(new RegExp(`^${count} incidents?$`));
  }
  await expect(
    page.getByRole("link", { name: /^People by year: .* as a picture, SVG$/ }),
  ).toHaveCount(2);
});

test("the times of both sides stand level, however many provinces one has", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${YUNNAN_SHANDONG}&a.province=CN-JL`);
  for (const label of ["From", "To", "Dates in that time"]) {
    const fields = await page.getByRole("main").getByLabel(label, { exact: true }).all();
    const tops = await Promise.all(fields.map(async (field) => (await field.boundingBox())?.y));
    expect(tops, label).toEqual([tops[0], tops[0]]);
  }
});

test("the overview and a comparison are good screens", async ({ page }) => {
  await page.goto("/");
  await expectGoodScreen(page);
  await page.goto(YUNNAN_SHANDONG);
  await expectGoodScreen(page);
});
