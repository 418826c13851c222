import type { Locator, Page } from "@playwright/test";

/** One row of the form: "Group 2". */
export function rowOf(page: Page | Locator, name: string): Locator {
  return page.getByRole("group", { name, exact: true });
}

/** Types a place and leaves the field, so that its list of suggestions closes. */
export async function typePlace(field: Locator, name: string): Promise<void> {
  await field.fill(name);
  await field.press("Tab");
}

/**
 * Presses "Log the incident" and waits for the page of the new incident; returns its reference. What looks like it, as
 * logged by another spec or a sample case, is said to be another.
 */
export async function saveNewCase(page: Page): Promise<string> {
  const log = page.getByRole("button", { name: "Log the incident" });
  const isThere = page.waitForURL(/\/incidents\/INC-[A-Z0-9]{6}$/);
  const questions = page.getByRole("group", { name: /^What is INC-/ });
  await log.click();
  if (await Promise.race([isThere.then(() => false), asksAboutSimilar(page)])) {
    for (const question of await questions.all()) {
      await question.getByLabel(/^Not the same/).check();
      await question.getByLabel("If it is not the same, why").fill("Another case, for a test.");
    }
    await log.click();
  }
  await isThere;
  return page.url().split("/").at(-1)!;
}

/** True once the form was sent and asks what the incidents are that look like this one. */
async function asksAboutSimilar(page: Page): Promise<boolean> {
  return page
    .getByText(/looks? like this one\. Say below what/)
    .waitFor()
    .then(
      () => true,
      () => false,
    );
}

/** Opens the form and logs a case of only a title. */
export async function logCase(page: Page, title: string): Promise<string> {
  await page.goto("/incidents/new");
  await titleField(page).fill(title);
  return saveNewCase(page);
}

/** The title of the case, not one of a source. */
export function titleField(page: Page): Locator {
  return page.locator("#case-title");
}
