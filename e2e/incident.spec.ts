import { expect, type Page, test } from "@playwright/test";
import { expectGoodScreen } from "./screens";

/** Opens the July 2014 case as a reader would: by its words, in the table. */
async function openJuly(page: Page): Promise<void> {
  await page.goto("/incidents?q=Families+Qingdao+Kunming");
  await page.getByRole("link", { name: /^INC-/ }).click();
  await page.waitForURL(/\/incidents\/INC-/);
}

test("the July 2014 case shows what its six sources agree on and what they do not", async ({
  page,
}) => {
  await openJuly(page);
  const main = page.getByRole("main");
  await expect(main).toContainText("15–17 Jul 2014");
  await expect(main).toContainText("20–29");
  await expect(main).toContainText("20 by Voice of America, 27 by KBS World, 29 by Chosun Ilbo");
  await expect(main).toContainText("5–6");
  await expect(main).toContainText("split 20–9 or 9–18");
  await expect(main).toContainText(/held in Tumen/i);
  await expect(main).toContainText("fate unknown, last known at risk of deportation");
  await expect(main).toContainText("reported by 2, anticipated by 1, 2 copies");
  await expect(main).toContainText("6 sources, 3 independent");
});

test("an incident that is not there is a 404", async ({ page }) => {
  for (const ref of ["INC-222222", "nonsense"])
    expect((await page.goto(`/incidents/${ref}`))?.status(), ref).toBe(404);
});

test("the forms are good screens", async ({ page }) => {
  test.slow();
  for (const path of ["/incidents/new", "/sources/new"]) {
    await page.goto(path);
    await expectGoodScreen(page);
  }
});
