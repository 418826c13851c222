import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type OwnServer, startServer } from "./own-server";
import { expectGoodScreen } from "./screens";
import { PASSWORD } from "./sign-in";

const folder = mkdtempSync(join(tmpdir(), "ledger-first-start-"));
const settings = { DATABASE_URL: `file:${join(folder, "ledger.db")}` };
let server: OwnServer;
test.use({ storageState: { cookies: [], origins: [] } });
test.beforeAll(async () => {
  server = await startServer("first start", settings);
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("from the link of a first start to the first case, without the sample data", async ({
  page,
  browser,
}) => {
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${server.at}/incidents`);
  await expect(visitor.getByRole("link", { name: /^INC-/ }).first()).toBeVisible();

  // The link is printed behind the line that says it is ready.
  const link = () => /http:\S+\/invitation\/\S+/.exec(server.output())?.[0];
  await expect.poll(link).toBeTruthy();
  expect(server.output()).toContain(`a new one was made at ${join(folder, "ledger.db")}`);
  await page.goto(link()!);
  await page.getByLabel("Name", { exact: true }).fill("First");
  await page.getByLabel("E-mail address").fill("first@example.org");
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByLabel("The same password again").fill(PASSWORD);
  await page.getByRole("button", { name: "Make the account and sign in" }).click();
  await page.waitForURL(/\/incidents$/);

  await page.goto(`${server.at}/admin`);
  await expect(page.getByText("22 cases from public reports came with the program")).toBeVisible();
  await page.getByRole("link", { name: "Remove all sample data…" }).click();
  await expect(page.getByRole("heading", { name: "Remove the sample data" })).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole("button", { name: "Remove the sample data" }).click();
  await expect(page.getByText("Tick the box to say that you want this.")).toBeVisible();
  await page.getByLabel("Reason").fill("We begin.");
  await page.getByLabel("I have read this and want to remove all sample data.").check();
  await page.getByRole("button", { name: "Remove the sample data" }).click();
  await page.waitForURL(/\/admin$/);
  await expect(page.getByText("Sample cases")).toHaveCount(0);

  for (const reader of [page, visitor]) {
    await reader.goto(`${server.at}/incidents`);
    await expect(reader.getByRole("link", { name: /^INC-/ })).toHaveCount(0);
    await expectGoodScreen(reader);
    await reader.goto(`${server.at}/sources`);
    await expect(reader.getByRole("link", { name: /^SRC-/ })).toHaveCount(0);
  }
  await page.goto(`${server.at}/history?action=remove_samples`);
  await expect(page.getByText("Reason: We begin.")).toBeVisible();
  await expectGoodScreen(page);

  await page.goto(`${server.at}/incidents/new`);
  await page.locator("#case-title").fill("The first case of our own");
  await page.getByRole("button", { name: "Log the incident" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The first case of our own");
});

test("a second start brings no sample data back, and its link is for nobody any more", async ({
  page,
}) => {
  await server.stop();
  server = await startServer("first start", settings);
  await page.goto(`${server.at}/incidents`);
  await expect(page.getByRole("link", { name: /^INC-/ })).toHaveCount(0);
  expect(server.output()).not.toContain("/invitation/");
});
