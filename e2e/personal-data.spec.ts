import { expect, type Locator, type Page, test } from "@playwright/test";
import { logCase, rowOf, saveNewCase, titleField } from "./case-form";
import { expectGoodScreen } from "./screens";

const summary = (page: Page) => page.locator("#case-summary");
const save = (page: Page) => page.getByRole("button", { name: "Log the incident" }).click();
const redact = (within: Page | Locator, what: string) =>
  within.getByRole("button", { name: what, exact: true });
const keep = (within: Page | Locator, words: string) =>
  within.getByLabel(`Keep “${words}”, because…`);

test("a phone number is refused where it stands, and gone with one click", async ({ page }) => {
  await page.goto("/incidents/new");
  await titleField(page).fill("Marked phone");
  await summary(page).fill("Ask at 010-0000-4821 or 010-0000-4821 for them.");
  await save(page);
  await expect(summary(page)).toHaveAccessibleDescription(
    "“010-0000-4821” looks like a phone number, which may not stand here. Replace it by [phone], or write it otherwise.",
  );
  await expect(
    page.getByText("Written as phone numbers are written inside a country."),
  ).toBeVisible();
  await expect(page.getByText("It misses things, names most of all")).toBeVisible();
  await expect(page.getByLabel("Keep")).toHaveCount(0);
  await redact(page, "Redact to [phone]: 010-0000-4821").click();
  await expect(summary(page)).toHaveValue("Ask at [phone] or [phone] for them.");
  await expect(summary(page)).toBeFocused();
  await expect(titleField(page)).toHaveValue("Marked phone");
  await saveNewCase(page);
  await expect(page.getByRole("main")).toContainText("Ask at [phone] or [phone] for them.");
});

test("likely names are redacted or kept with a reason, once for all fields", async ({ page }) => {
  await page.goto("/incidents/new");
  await titleField(page).fill("Marked names");
  await summary(page).fill("The spokesman Kim Song-ho said so. Pastor Daniel Carter was held.");
  const source = rowOf(page, "Source 1");
  await source.getByLabel("Publisher").fill("Wire");
  await source.getByLabel("Title").fill("Kim Song-ho denies it");
  const group = rowOf(page, "Group 1");
  await group.getByLabel("Who they are").selectOption("helper");
  await group.getByLabel("How many").fill("1");
  await group.getByLabel("According to").selectOption({ index: 1 });
  await save(page);
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("Source 1, title: “Kim Song-ho” looks like a name.");
  await expect(alert).toContainText("Summary: “Daniel Carter” looks like a name.");
  await expectGoodScreen(page);

  await redact(page, "Redact to [name]: Daniel Carter").click();
  await expect(summary(page)).toHaveValue(
    "The spokesman Kim Song-ho said so. Pastor [name] was held.",
  );
  await expect(keep(page, "Kim Song-ho")).toHaveCount(1);
  await keep(page, "Kim Song-ho").fill("He speaks for the ministry.");

  // Another mistake meanwhile takes nothing away.
  await titleField(page).fill("");
  await save(page);
  await expect(page.locator("#case-title-error")).toHaveText("This must not be empty.");
  await expect(page.getByLabel("“Kim Song-ho” stays, because…")).toHaveValue(
    "He speaks for the ministry.",
  );
  await titleField(page).fill("Marked names");
  const ref = await saveNewCase(page);

  await page.getByText("2 pieces of text marked as personal data").click();
  await expect(page.getByText(/^Kept by Ada Admin, .*: He speaks for the ministry\.$/)).toHaveCount(
    2,
  );
  await expectGoodScreen(page);
  await page.goto(`/incidents/${ref}/edit`);
  await summary(page).fill("Kim Song-ho spoke again.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(new RegExp(`/incidents/${ref}$`));
  await page.goto("/history?action=keep_words");
  await expect(page.getByRole("main")).toContainText(
    "“Kim Song-ho” stays, because: He speaks for the ministry.",
  );
});

test("a comment and a reason are searched too", async ({ page }) => {
  const ref = await logCase(page, "Marked comment");
  const form = page.locator("form", { has: page.getByLabel("Comment", { exact: true }) }).last();
  const body = form.getByLabel("Comment", { exact: true });
  await body.fill("Mail d.carter@example.com, says Pastor Daniel Carter.");
  await form.getByRole("button", { name: "Comment", exact: true }).click();
  await redact(form, "Redact to [e-mail]: d.carter@example.com").click();
  await expect(body).toHaveValue("Mail [e-mail], says Pastor Daniel Carter.");
  await keep(form, "Daniel Carter").fill("A public campaigner.");
  await form.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByText("Mail [e-mail], says Pastor Daniel Carter.").first()).toBeVisible();

  await page.goto(`/incidents/${ref}/retract`);
  await page.getByLabel("Reason", { exact: true }).fill("Pastor Daniel Carter asked for it.");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Retract the incident" }).click();
  await expect(keep(page, "Daniel Carter")).toBeVisible();
  await redact(page, "Redact to [name]: Daniel Carter").click();
  await page.getByRole("button", { name: "Retract the incident" }).click();
  await page.waitForURL(new RegExp(`/incidents/${ref}$`));
  await expect(page.getByText("Pastor [name] asked for it.").first()).toBeVisible();
});

test.describe("before any script has arrived", () => {
  test.use({ javaScriptEnabled: false });

  test("words are redacted and kept by plain posts", async ({ page }) => {
    await page.goto("/incidents/new");
    await titleField(page).fill("Marked without script");
    await summary(page).fill("The spokesman Kim Song-ho, 010-0000-4821, said so.");
    await save(page);
    await keep(page, "Kim Song-ho").fill("In office.");
    await redact(page, "Redact to [phone]: 010-0000-4821").click();
    await expect(summary(page)).toHaveValue("The spokesman Kim Song-ho, [phone], said so.");
    await expect(page.locator("#case-summary-error")).toContainText("Nothing is saved yet");
    await expect(page.getByLabel("“Kim Song-ho” stays, because…")).toHaveValue("In office.");
    await saveNewCase(page);
    await expect(page.getByRole("main")).toContainText("Kim Song-ho, [phone], said so.");

    const body = page.getByLabel("Comment", { exact: true }).last();
    await body.fill("Write to d.carter@example.com.");
    await page.getByRole("button", { name: "Comment", exact: true }).last().click();
    await redact(page, "Redact to [e-mail]: d.carter@example.com").click();
    await expect(body).toHaveValue("Write to [e-mail].");
  });
});
