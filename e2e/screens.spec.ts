import { expect, type Page, test } from "@playwright/test";
import { expectGoodScreen } from "./screens";

/** Adds to a page what a page must not have. */
const add = (page: Page, html: string) =>
  page.evaluate(
    (text) => document.querySelector("main")!.insertAdjacentHTML("beforeend", text),
    html,
  );

test("what is wrong with a screen is noticed, on whichever it is", async ({ page }) => {
  // The program in the browser would take off what it did not draw.
  await page.route(/\.js(\?|$)/, (route) => route.abort());
  const faults: [string, string | RegExp][] = [
    ['<img src="/icon.svg">', "image-alt: <img"],
    ['<div style="width: 1000px; height: 1px">', "390 px, light: pixels beyond the window"],
    ['<p style="color: #222">So it says.</p>', /1440 px, dark.*color-contrast: <p style/s],
    ["<p>incidents.noSuch.text</p>", "incidents.noSuch.text"],
  ];
  for (const [html, told] of faults) {
    await page.goto("/corrections");
    await add(page, html);
    await expect(expectGoodScreen(page), html).rejects.toThrow(told);
  }
  await page.goto("/corrections");
  await expectGoodScreen(page);
});
