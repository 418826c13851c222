import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Widths with the schemes in which each is looked at: colours do not depend on the width. */
const SCREENS = [
  { width: 390, colorScheme: "light" },
  { width: 1440, colorScheme: "light" },
  { width: 1440, colorScheme: "dark" },
] as const;
/** What stands on the page where a text is missing from the messages: the key itself. */
const BARE_KEY =
  /\b(charts|columns|common|compare|form|groups|incidents?|issues|locations|map|overview|review|samples|sources|tables|timeline|ui|vocabulary)\.[a-z]\w*(\.\w+)+/;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * What every screen must be, on a phone and on a desk, in light and dark:
 * never wider than the window, without anything axe finds wrong by WCAG 2.2 AA, and all in words.
 */
export async function expectGoodScreen(page: Page): Promise<void> {
  const before = page.viewportSize();
  expect(await page.locator("body").innerText()).not.toMatch(BARE_KEY);
  for (const { width, colorScheme } of SCREENS) {
    const screen = `${width} px, ${colorScheme}`;
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, `${screen}: pixels beyond the window`).toBe(0);
    // Only what is wrong is told of; to tell also what is right takes half of the time.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
    // Only colours tell the schemes apart; to ask everything again of the other would take as long once more.
    if (colorScheme === "light") axe.withTags(TAGS);
    else axe.withRules(COLOURS);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect(found, screen).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}
