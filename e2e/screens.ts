import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What is looked at, and by which rules of axe: all of them on a desk in light. What a page is made of is the same on a
 * phone and in the dark, and asking everything of each would take three times as long: there it is how things lie to
 * each other, and the colours.
 */
const SCREENS = [
  { width: 1440, colorScheme: "light", rules: null },
  { width: 1440, colorScheme: "dark", rules: ["color-contrast", "link-in-text-block"] },
  {
    width: 390,
    colorScheme: "light",
    rules: ["target-size", "scrollable-region-focusable", "label", "link-name", "button-name"],
  },
] as const;
/** What stands on the page where a text is missing from the messages: the key itself. */
const BARE_KEY =
  /\b(charts|columns|common|compare|form|groups|import|incidents?|issues|locations|map|overview|review|samples|sources|tables|timeline|ui|vocabulary)\.[a-z]\w*(\.\w+)+/;

/**
 * What every screen must be, on a phone and on a desk, in light and dark:
 * never wider than the window, without anything axe finds wrong by WCAG 2.2 AA, and all in words.
 */
export async function expectGoodScreen(page: Page): Promise<void> {
  const before = page.viewportSize();
  expect(await page.locator("body").innerText()).not.toMatch(BARE_KEY);
  for (const { width, colorScheme, rules } of SCREENS) {
    const screen = `${width} px, ${colorScheme}`;
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, `${screen}: pixels beyond the window`).toBe(0);
    expect(await findBarriers(page, rules), screen).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}

/** What axe finds wrong with the page as it stands, each with the element; `rules`: null = by all of WCAG 2.2 AA. */
export async function findBarriers(
  page: Page,
  rules: readonly string[] | null = null,
): Promise<string[]> {
  const isThere = await page.evaluate("typeof window.axe?.run === 'function'");
  // Half a megabyte to send and read, once a page is enough.
  const axe = new AxeBuilder(isThere ? { page, axeSource: ";" } : { page })
    // What is in frames of other sites needs a second page for each run, and no page of ours has a frame.
    .setLegacyMode()
    // Only what is wrong is told of; to tell also what is right takes half of the time.
    .options({ resultTypes: ["violations"] });
  if (rules === null) axe.withTags(TAGS);
  else axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
