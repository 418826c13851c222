import { expect, type Page, test } from "@playwright/test";
import { expectGoodScreen } from "./screens";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const searchBox = (page: Page) => page.getByRole("combobox", { name: "Search", exact: true });

/** Searches for a text, and takes the first filter that it may mean. */
async function typeAndTake(page: Page, text: string, first: RegExp) {
  const box = searchBox(page);
  await box.pressSequentially(text);
  await expect(heading(page)).toContainText(`“${text}”`);
  await expect(page.getByRole("option", { name: first }).first()).toBeVisible();
  await box.press("ArrowDown");
  await box.press("Enter");
}

test("a place is found by any of its names, while it is typed, and what was found is marked", async ({
  page,
}) => {
  const found = new Set<string>();
  await page.goto("/incidents");
  const box = searchBox(page);
  for (const name of ["图们", "투먼", "도문", "Tunmen", "Tumen"]) {
    await box.fill(name);
    await expect(heading(page)).toContainText(`“${name}”`);
    await expect(page.locator("mark").first()).toBeVisible();
    found.add((await page.getByRole("link", { name: /^INC-/ }).allTextContents()).join(" "));
    await expect(box).toBeFocused();
  }
  expect([...found]).toEqual([expect.stringMatching(/^INC-/)]);
  // One letter of another word finds nothing yet: what was found stays until more is typed or asked for.
  await box.pressSequentially(" q");
  await page.waitForTimeout(500);
  await expect(heading(page)).toContainText("“Tumen”");
  await box.press("Enter");
  await expect(heading(page)).toContainText("“Tumen q”");
});

test("what is typed may be meant as a province, and becomes the filter by the keyboard", async ({
  page,
}) => {
  await page.goto("/incidents?status=held");
  await typeAndTake(page, "yunn", /^Yunnan, China/);
  await expect(page).toHaveURL(/\?status=held&province=CN-YN$/);
  await expect(searchBox(page)).toHaveValue("");
});

test("the box says what is searched for after a step back and forth, but keeps what is being typed", async ({
  page,
}) => {
  await page.goto("/incidents");
  const box = searchBox(page);
  await typeAndTake(page, "圖們", /^Tumen/);
  await expect(page).toHaveURL(/\?place=CN-JL%2Ftumen$/);
  await expect(heading(page)).not.toContainText("圖們");
  await expect(box).toHaveValue("");
  await page.goBack();
  await expect(heading(page)).toContainText("“圖們”");
  await expect(box).toBeFocused();
  await expect(box).toHaveValue("圖們");
  await box.press("Enter");
  await expect(heading(page)).toContainText("“圖們”");
  await page.goForward();
  await expect(page).toHaveURL(/\?place=CN-JL%2Ftumen$/);
  await expect(box).toHaveValue("");
  // The letter waits for more of its word.
  await box.pressSequentially("tumen q");
  await page.evaluate(() => window.history.back());
  await expect(page).toHaveURL(/q=%E5%9C%96/);
  await expect(box).toHaveValue("tumen q");
  await expect(page).toHaveURL(/\?q=tumen(\+|%20)q$/);
  await expect(heading(page)).toContainText("“tumen q”");
});

test("a filter that a text may mean finds as many as it says, beside what is chosen already", async ({
  page,
}) => {
  for (const address of ["/incidents?", "/incidents?status=held", "/incidents?province=CN-YN"]) {
    await page.goto(address);
    const box = searchBox(page);
    await box.pressSequentially("Jilin");
    const option = page.getByRole("option", { name: /^Jilin, China/ });
    const [, count] = /(\d+) incident/.exec(await option.innerText())!;
    await option.click();
    await expect(page).toHaveURL(/province=CN-JL$/);
    await expect(heading(page)).toHaveText(new RegExp(`^${count} incident`));
  }
});

test("a facet tells how many incidents each choice finds, and the list has as many", async ({
  page,
}) => {
  for (const address of ["/incidents", "/incidents?province=CN-YN&when=2014"]) {
    await page.goto(address);
    const links = page
      .getByRole("navigation", { name: "Narrow down" })
      .getByRole("link", { includeHidden: true });
    const offered = await links.evaluateAll((all) =>
      all
        .filter((link) => !link.hasAttribute("aria-current"))
        .map((link) => ({
          href: link.getAttribute("href") ?? "",
          count: Number.parseInt(link.querySelector(".facet-count")?.textContent ?? "", 10),
        })),
    );
    expect(offered.length).toBeGreaterThan(5);
    const chosen = new Set(new URL(page.url()).searchParams.keys());
    // Every third of them: some of each facet.
    for (const { href, count } of offered.filter((_link, at) => at % 3 === 0)) {
      const added = [...new URL(href, page.url()).searchParams.keys()].find(
        (name) => !chosen.has(name),
      );
      // One more value of a facet that has one already is "or": the list has more than the value alone.
      if (added === undefined) continue;
      const answer = await (await page.request.get(href)).text();
      expect([href, /<h1>([\d,]+) incident/.exec(answer)?.[1]]).toEqual([href, String(count)]);
    }
  }
});

test("choosing two values of a facet finds either, and choosing one again takes it out", async ({
  page,
}) => {
  await page.goto("/incidents");
  const facets = page.getByRole("navigation", { name: "Narrow down" });
  await facets.getByRole("link", { name: /^2013/ }).click();
  await facets.getByRole("link", { name: /^2014/ }).click();
  // Other tests log cases of these years too.
  await expect(heading(page)).toHaveText(/^\d+ incidents, 2013 or 2014/);
  await expect(page).toHaveURL(/when=2013&when=2014/);
  await page.goto("/incidents");
  await facets.getByRole("link", { name: /^Yunnan/ }).click();
  await facets.getByRole("link", { name: /^Shandong/ }).click();
  await expect(page).toHaveURL(/province=CN-YN&province=CN-SD/);
  await expect(facets.getByRole("link", { name: /^Yunnan \(chosen\)/ })).toBeVisible();
  await facets.getByRole("link", { name: /^Yunnan/ }).click();
  await expect(page).toHaveURL(/\?province=CN-SD$/);
});

test("a search with what it found is a good screen", async ({ page }) => {
  await page.goto("/incidents?q=图们");
  await expectGoodScreen(page);
});
