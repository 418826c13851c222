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

/** Presses "Log the incident" and waits for the page of the new incident; returns its reference. */
export async function saveNewCase(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Log the incident" }).click();
  await page.waitForURL(/\/incidents\/INC-[A-Z0-9]{6}$/);
  return page.url().split("/").at(-1)!;
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
