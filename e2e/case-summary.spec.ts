import { expect, test } from "@playwright/test";
import { expectGoodScreen } from "./screens";

const JULY = "Families and their helpers arrested in Qingdao and Kunming";

test("one incident is handed on as a page for print and as Markdown that say the same", async ({
  page,
}) => {
  await page.goto("/incidents?type=arrest&province=CN-SD&to=2014");
  await page.getByRole("row").filter({ hasText: JULY }).getByRole("link").first().click();
  await page.getByRole("link", { name: "Case summary" }).click();
  await expect(page.getByRole("heading", { level: 2, name: JULY })).toBeVisible();
  const disputed = page.getByText("20 by Voice of America; 27 by KBS World");
  await expect(disputed).toBeVisible();
  await expectGoodScreen(page);
  const running = page.getByText(/^Detention Ledger · INC-\w{6} · \d+ \w{3} \d{4}$/);
  await expect(running).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(running).toBeVisible();
  await page.emulateMedia({ media: null });

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Markdown" }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  const values = await page.locator("article dd > span:first-child").allInnerTexts();
  expect(values.length).toBeGreaterThan(6);
  for (const value of values) expect(text.toLowerCase()).toContain(value.toLowerCase());
  const statements = page
    .locator("article section")
    .filter({ has: page.getByRole("heading", { name: "Statements" }) })
    .locator("> ul > li");
  expect(text.match(/^- \\\[\d+\\\] \*\*/gm)).toHaveLength(await statements.count());
});

test("a filter is handed on as one page a case, and says so where it is too much", async ({
  page,
}) => {
  await page.goto("/export/case-summary?province=CN-YN&to=2014");
  await expect(page.getByText(/^Found: .* in Yunnan/)).toBeVisible();
  await expect(page.getByRole("article", { name: JULY })).toHaveCount(1);
  await page.goto("/export/case-summary?province=CN-QQ");
  await expect(page.getByText("There is no province with the code “CN-QQ”.")).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(0);
});
