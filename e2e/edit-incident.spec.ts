import { expect, type Page, test } from "@playwright/test";
import { logCase, rowOf, saveNewCase, titleField, typePlace } from "./case-form";

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("two people edit one case: the second sees what changed, loses nothing and overwrites nothing", async ({
  page,
  context,
}) => {
  const ref = await logCase(page, "Edited by two");
  const other = await context.newPage();
  await page.goto(`/incidents/${ref}/edit`);
  await other.goto(`/incidents/${ref}/edit`);

  await other.locator("#case-summary").fill("Their summary");
  await save(other);
  await other.waitForURL(new RegExp(`/incidents/${ref}$`));

  await titleField(page).fill("My title");
  await save(page);
  const notice = page.getByRole("status").filter({ hasText: "Somebody has saved version 2" });
  await expect(notice).toContainText("Their summary");
  await expect(titleField(page)).toHaveValue("My title");
  await other.reload();
  await expect(heading(other)).toContainText("Edited by two");

  await notice.getByRole("button", { name: "Save my text with version 2" }).click();
  await page.waitForURL(new RegExp(`/incidents/${ref}$`));
  await expect(heading(page)).toContainText("My title");
  await expect(page.getByRole("main")).toContainText("Their summary");
});

test("a third change in between is shown before anything is saved", async ({ page, context }) => {
  const ref = await logCase(page, "Edited by three");
  const other = await context.newPage();
  const change = async (summary: string) => {
    await other.goto(`/incidents/${ref}/edit`);
    await other.locator("#case-summary").fill(summary);
    await save(other);
    await other.waitForURL(new RegExp(`/incidents/${ref}$`));
  };
  await page.goto(`/incidents/${ref}/edit`);
  await change("first change");
  await titleField(page).fill("Mine");
  await save(page);
  await expect(page.getByText("Somebody has saved version 2")).toBeVisible();
  await change("second change");
  await page.getByRole("button", { name: "Save my text with version 2" }).click();
  await expect(page.getByText("Somebody has saved version 3")).toBeVisible();
  await expect(titleField(page)).toHaveValue("Mine");
  await page.getByRole("button", { name: "Save my text with version 3" }).click();
  await page.waitForURL(new RegExp(`/incidents/${ref}$`));
  await expect(page.getByRole("main")).toContainText("second change");
});

test("a case opened and saved untouched stays as it was, claims and all", async ({
  page,
  request,
}) => {
  await page.goto("/incidents/new");
  await titleField(page).fill("Saved untouched");
  const source = rowOf(page, "Source 1");
  await source.getByLabel("Publisher").fill("Evening Post");
  await source.getByLabel("Published").fill("23 July 2014");
  const group = rowOf(page, "Group 1");
  await group.getByLabel("Who they are").selectOption("seeking_refuge");
  await group.getByLabel("How many").fill("20-29");
  await group.getByLabel("According to").selectOption({ index: 1 });
  const event = rowOf(page, "Event 1");
  await event.getByLabel("What happened").selectOption("arrest");
  await event.getByLabel("When").fill("last week");
  await typePlace(event.getByLabel("Name of the place"), "Kunming");
  await event.getByLabel("According to").selectOption({ index: 1 });
  const ref = await saveNewCase(page);

  const row = async () => {
    const answer = await request.get("/incidents.csv?size=100");
    return (await answer.text()).split("\r\n").find((line) => line.startsWith(ref));
  };
  const before = await row();
  await page.goto(`/incidents/${ref}/edit`);
  await save(page);
  await page.waitForURL(new RegExp(`/incidents/${ref}$`));
  const [now, then] = [await row(), before].map((line) => line?.replace(/,[^,]*$/, ""));
  expect(now).toBe(then);
  expect(now).toContain("2014-07-14");
});

test("a source with one fact is added to a case", async ({ page }) => {
  await page.goto("/incidents/new");
  await titleField(page).fill("Told by another, too");
  await rowOf(page, "Group 1").getByLabel("Who they are").selectOption("seeking_refuge");
  await rowOf(page, "Group 1").getByLabel("What to call the group").fill("families");
  const ref = await saveNewCase(page);

  await page.goto(`/incidents/${ref}/add-source`);
  await page.getByRole("button", { name: "Add to the incident" }).click();
  await expect(page.getByText("Nothing is added yet.")).toBeVisible();
  await rowOf(page, "Source 1").getByLabel("Publisher").fill("KBS World");
  const fact = rowOf(page, "1. Fact: how many");
  await fact.getByLabel("Of the group").selectOption({ label: "1: families" });
  await fact.getByLabel("How many").fill("27");
  await fact.getByLabel("In the words of the source").fill("27 personas");
  await page.getByRole("button", { name: "Add to the incident" }).click();
  await page.waitForURL(new RegExp(`/incidents/${ref}$`));
  await expect(page.getByRole("main")).toContainText("KBS World");
  await expect(page.getByRole("main")).toContainText("27");
});

test("typed text is not left behind without asking", async ({ page }) => {
  await page.goto("/incidents");
  await page.getByRole("link", { name: "Log incident" }).click();
  await titleField(page).fill("Not saved");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Groups" })
    .click();
  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Stay here" }).click();
  await expect(titleField(page)).toHaveValue("Not saved");

  await page.evaluate(() => window.history.back());
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Stay here" }).click();
  await expect(page).toHaveURL(/\/incidents\/new$/);

  const asked = page.waitForEvent("dialog");
  const leaving = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await leaving;

  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Groups" })
    .click();
  await question.getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(/\/groups$/);
});

test("a source is edited, and the second of two sees what is saved now", async ({
  page,
  context,
}) => {
  await page.goto("/sources/new");
  await page.getByLabel("Publisher").fill("Harbour Times");
  await page.getByRole("button", { name: "Add the source" }).click();
  await page.waitForURL(/\/sources\/SRC-/);
  const address = page.url();
  const other = await context.newPage();
  await page.goto(`${address}/edit`);
  await other.goto(`${address}/edit`);
  await other.locator("#source-title").fill("Their headline");
  await save(other);
  await other.waitForURL(address);
  await page.getByLabel("Publisher").fill("The Harbour Times");
  await save(page);
  await expect(page.getByText("Their headline")).toBeVisible();
  await page.locator("#source-title").fill("Their headline");
  await page.getByRole("button", { name: "Save my text with version 2" }).click();
  await page.waitForURL(address);
  await expect(page.getByRole("main")).toContainText("The Harbour Times");
  await expect(page.getByRole("main")).toContainText("Their headline");
});
