import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { rowOf, saveNewCase, titleField, typePlace } from "./case-form";
import { startServer } from "./own-server";
import { expectGoodScreen } from "./screens";
import { codeOf, PASSWORD, pageOf, signIn } from "./sign-in";

const NOBODY = { cookies: [], origins: [] };
const TITLE = "Thirty people held at the lake";
const panel = (page: Page): Locator => page.getByRole("region", { name: "Review", exact: true });

async function typeTheCase(page: Page): Promise<void> {
  await page.goto("/incidents/new");
  await titleField(page).fill(TITLE);
  const source = rowOf(page, "Source 1");
  await source.getByLabel("Publisher").fill("Lake Courier");
  const people = rowOf(page, "Group 1");
  await people.getByLabel("Who they are").selectOption({ label: "seeking refuge" });
  await people.getByLabel("How many").fill("30");
  await people.getByLabel("According to").selectOption({ label: "1: Lake Courier" });
  const arrest = rowOf(page, "Event 1");
  await arrest.getByLabel("What happened").selectOption({ label: "detention" });
  await arrest.getByLabel("When").fill("3 March 2021");
  await typePlace(arrest.getByLabel("Name of the place"), "Yunnan");
  await arrest.getByLabel("According to").selectOption({ label: "1: Lake Courier" });
}

test("from an invitation to the public page: second factor, logging, review by another, publication, CSV, retraction", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto("/admin");
  await page.getByLabel("E-mail address").fill("lake@example.org");
  await page.getByLabel("Role", { exact: true }).selectOption("researcher");
  await page.locator('input[type="password"]').last().fill(PASSWORD);
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.locator("p.select-all").innerText();

  const theirs = await (await browser.newContext({ baseURL, storageState: NOBODY })).newPage();
  await theirs.goto(link);
  await theirs.getByLabel("Name").fill("Lake");
  await theirs.getByLabel("New password").fill(PASSWORD);
  await theirs.getByLabel("The same password again").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Make the account and sign in" }).click();
  await theirs.waitForURL(/\/incidents$/);
  await theirs.goto("/account");
  await theirs.locator("#factor-password").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Set it up" }).click();
  const key = await theirs.locator("code").innerText();
  await theirs.getByLabel("Code", { exact: true }).fill(codeOf(key, Date.now()));
  await theirs.getByRole("button", { name: "Switch it on" }).click();
  await expect(theirs.getByText("On. Every sign-in asks for a code.")).toBeVisible();
  await theirs.getByRole("button", { name: "Sign out" }).click();
  await theirs.waitForURL(/\/sign-in$/);
  await signIn(theirs, "lake@example.org");
  await theirs.waitForURL(/\/sign-in\/code/);
  await theirs.getByLabel("Code", { exact: true }).fill(codeOf(key, Date.now() + 30_000));
  await theirs.getByRole("button", { name: "Go on" }).click();
  await theirs.waitForURL(/\/incidents$/);

  await typeTheCase(theirs);
  const ref = await saveNewCase(theirs);
  const path = `/incidents/${ref}`;
  await panel(theirs).getByRole("button", { name: "Submit for review" }).click();
  await expect(panel(theirs)).toContainText("Submitted for review by Lake");
  expect((await theirs.goto(`${path}/publish`))?.status()).toBe(403);

  const visitor = await (await browser.newContext({ baseURL, storageState: NOBODY })).newPage();
  const csv = async () => (await visitor.request.get("/incidents.csv")).text();
  expect((await visitor.goto(path))?.status()).toBe(404);

  await page.goto(`${path}/publish`);
  await expect(page.getByText("It was never verified")).toBeVisible();
  await page.goto(path);
  await panel(page).getByText("Verify…").click();
  await panel(page).getByRole("button", { name: "Verify the incident" }).click();
  await expect(panel(page)).toContainText("Verified by");
  expect((await visitor.goto(path))?.status()).toBe(404);
  expect(await csv()).not.toContain(ref);

  await page.getByRole("link", { name: "Publish…" }).click();
  await expect(page.getByRole("heading", { name: `What the public sees of ${ref}` })).toBeVisible();
  await expect(page.getByText("The public sees nothing of this incident.")).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole("button", { name: "Publish this" }).click();
  await expect(page.getByText("Public as edition 1, published by")).toBeVisible();
  await page.getByRole("link", { name: "See what the public sees" }).click();
  await expect(page).toHaveURL(new RegExp(`${path}/editions/1$`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(TITLE);

  expect((await visitor.goto(path))?.status()).toBe(200);
  await expect(visitor.getByRole("heading", { level: 1 })).toContainText(TITLE);
  await expect(visitor.getByText("Lake Courier").first()).toBeVisible();
  for (const name of ["Review", "History", "Comments"])
    await expect(visitor.getByRole("heading", { name, exact: true })).toHaveCount(0);
  expect(await csv()).toContain(`${ref},${TITLE},verified`);
  await expectGoodScreen(visitor);

  await theirs.goto(`${path}/edit`);
  await titleField(theirs).fill("A title that is not checked yet");
  await theirs.getByRole("button", { name: "Save" }).first().click();
  await theirs.waitForURL(new RegExp(`${path}$`));
  await visitor.reload();
  await expect(visitor.getByRole("heading", { level: 1 })).toContainText(TITLE);
  await visitor.getByRole("link", { name: "its own address" }).click();
  await expect(visitor).toHaveURL(new RegExp(`${path}/editions/1$`));
  await expect(visitor.getByRole("heading", { level: 1 })).toContainText(TITLE);
  await expect(theirs.getByText("Ask a reviewer to take it off at once")).toBeVisible();

  await page.goto(path);
  await page.getByRole("link", { name: "Take it off the public pages" }).click();
  await expect(page.getByText("The public still sees edition 1 as it was published")).toBeVisible();
  await page.goto(path);
  await panel(page).getByText("Verify…").click();
  await panel(page).getByRole("button", { name: "Verify the incident" }).click();
  await expect(panel(page)).toContainText("Verified by");
  await page.goto(`${path}/publish`);
  await expect(page.getByText("The public still sees edition 1 as it was published")).toBeVisible();
  await page.getByLabel("Take the earlier editions off too").check();
  await expectGoodScreen(page);
  await page.getByRole("button", { name: "Publish this again" }).click();
  await expect(page.getByText("Public as edition 2, published by")).toBeVisible();
  await expect(page.getByLabel("Take the earlier editions off too")).toHaveCount(0);
  await expect(page.getByText("The public still sees edition")).toHaveCount(0);
  expect((await visitor.goto(`${path}/editions/2`))?.status()).toBe(200);
  expect((await visitor.goto(`${path}/editions/1`))?.status()).toBe(404);
  expect(readPublicFile()).not.toContain(TITLE);
  await page.goto("/history?action=publish");
  await expect(page.getByText("Taken off with it: editions before it: 1.").first()).toBeVisible();

  await page.goto(`${path}/retract`);
  await page.getByLabel("Reason").fill("The report was withdrawn.");
  await page.getByLabel("I have read this and want to retract the incident.").check();
  await page.getByRole("button", { name: "Retract the incident" }).click();
  await page.waitForURL(new RegExp(`${path}$`));
  await visitor.goto(path);
  await expect(visitor.getByRole("heading", { name: `${ref} was retracted` })).toBeVisible();
  await expect(visitor.getByText("The report was withdrawn.")).toBeVisible();
  expect((await visitor.goto(`${path}/editions/1`))?.status()).toBe(404);
  expect(await csv()).not.toContain(ref);
  expect(readPublicFile()).not.toContain("Lake Courier");
});

test("a published incident is taken off, and published again", async ({ page, browser }) => {
  const reader = await browser.newContext({ storageState: NOBODY });
  const visitor = await reader.newPage();
  await visitor.goto("/incidents");
  const path = (await visitor
    .locator('main a[href^="/incidents/INC-"]')
    .first()
    .getAttribute("href"))!;
  await page.goto(`${path}/publish`);
  await page.getByText("Take it off the public pages…").click();
  await page.getByRole("button", { name: "Take it off", exact: true }).click();
  await expect(page.getByText("This must not be empty.").first()).toBeVisible();
  await page.getByLabel("Reason").fill("It has to be looked at again.");
  await page.getByRole("button", { name: "Take it off", exact: true }).click();
  await expect(page.getByText("Taken off the public pages.")).toBeVisible();
  expect((await visitor.goto(path))?.status()).toBe(404);
  await page.getByRole("button", { name: "Publish this" }).click();
  await expect(page.getByText("Public as edition 1")).toBeVisible();
  expect((await visitor.goto(path))?.status()).toBe(200);
});

test("a viewer reads what is verified, and neither drafts nor the work on them", async ({
  page,
  browser,
}) => {
  const viewer = await pageOf(browser, "viewer@example.org");
  await page.goto("/incidents/new");
  await titleField(page).fill("A draft that viewers do not see");
  const ref = await saveNewCase(page);
  expect((await viewer.goto(`/incidents/${ref}`))?.status()).toBe(404);
  await viewer.goto("/incidents?q=draft+that+viewers");
  await expect(viewer.getByText(ref)).toHaveCount(0);
  await viewer.goto("/incidents");
  await viewer.locator('main a[href^="/incidents/INC-"]').first().click();
  await expect(viewer.getByRole("region", { name: "Review", exact: true })).toBeVisible();
  await expect(viewer.getByRole("heading", { name: "History", exact: true })).toHaveCount(0);
});

test("the public file served on its own is a site without accounts", async () => {
  const folder = process.env.LEDGER_E2E_FOLDER!;
  const copy = join(folder, "copy.db");
  copyFileSync(join(folder, "ledger.public.db"), copy);
  const server = await startServer("copy", {
    DATABASE_URL: `file:${copy}`,
    LEDGER_MODE: "public",
    LEDGER_CONTACT: "desk@ledger.example",
  });
  try {
    const get = async (path: string) => fetch(server.at + path, { redirect: "manual" });
    const page = await (await get("/incidents")).text();
    expect(page).toContain("Qingdao");
    expect(page).not.toContain('href="/sign-in');
    expect(await (await get("/corrections")).text()).toContain("desk@ledger.example");
    for (const path of ["/sign-in", "/sign-in/code", "/account", "/admin", "/history", "/review"])
      expect((await get(path)).status, path).toBe(404);
    for (const path of ["/incidents/new", "/sources/new", "/invitation/guessed"])
      expect((await get(path)).status, path).toBe(404);
    expect((await get("/incidents.csv")).status).toBe(200);
  } finally {
    await server.stop();
  }
});

/** Every byte of the public store and of its journal. */
function readPublicFile(): string {
  const path = join(process.env.LEDGER_E2E_FOLDER!, "ledger.public.db");
  return readFileSync(path, "latin1") + readFileSync(`${path}-wal`, "latin1");
}
