import { expect, type Page, test } from "@playwright/test";
import { rowOf, saveNewCase, titleField, typePlace } from "./case-form";
import { findBarriers } from "./screens";

const TITLE = "Twenty people and their guides held in Shandong and Yunnan";

/** The report of July 2014: two groups, two provinces, a transfer that is only expected. */
async function typeTheReport(page: Page): Promise<void> {
  await titleField(page).fill(TITLE);
  await page.locator("#case-summary").fill("Four families and their guides were arrested.");

  const source = rowOf(page, "Source 1");
  await source.getByLabel("Publisher").fill("VOA");
  await source.getByLabel("Published").fill("week of 21 July 2014");
  await source.getByLabel("Language").fill("en");

  const people = rowOf(page, "Group 1");
  await people.getByLabel("Who they are").selectOption({ label: "seeking refuge" });
  await people.getByLabel("How many").fill("20");
  await people.getByLabel("Nationality").selectOption({ label: "North Korea" });
  await people.getByLabel("What to call the group").fill("four families");
  await people.getByLabel("According to").selectOption({ label: "1: VOA" });
  await people.getByLabel("In the words of the source").fill("some 20 North Korean defectors");

  await page.getByRole("button", { name: "Add a group", exact: true }).click();
  const helpers = rowOf(page, "Group 2");
  await expect(helpers.getByLabel("Who they are")).toBeFocused();
  await helpers.getByLabel("Who they are").selectOption({ label: "helper" });
  await helpers.getByLabel("How many").fill("6");
  await helpers.getByLabel("According to").selectOption({ label: "1: VOA" });

  const arrest = rowOf(page, "Event 1");
  await arrest.getByLabel("What happened").selectOption({ label: "arrest" });
  await arrest.getByLabel("When").fill("15–17 July 2014");
  await expect(arrest.getByText("exactly 2014-07-15 – 2014-07-17")).toBeVisible();
  await typePlace(arrest.getByLabel("Name of the place"), "Shandong");
  await arrest.getByRole("button", { name: "Add a place" }).click();
  await typePlace(arrest.getByLabel("Name of the place").nth(1), "윈난");
  await arrest.getByRole("button", { name: "Add a group it concerned" }).click();
  await arrest.getByLabel("Group", { exact: true }).selectOption({ index: 1 });
  await arrest.getByLabel("According to").selectOption({ label: "1: VOA" });
  await rowOf(arrest, "Who says so")
    .getByLabel("In the words of the source")
    .fill("were arrested last week");

  await page.getByRole("button", { name: "Add an event" }).click();
  const transfer = rowOf(page, "Event 2");
  await transfer.getByLabel("What happened").selectOption({ label: "transfer" });
  await transfer
    .getByLabel("Whether it happened", { exact: true })
    .selectOption({ label: "anticipated" });
  await transfer.getByLabel("Place", { exact: true }).selectOption({ label: "to" });
  await typePlace(transfer.getByLabel("Name of the place"), "图们");
  await transfer.getByLabel("According to").selectOption({ label: "1: VOA" });
  await rowOf(transfer, "Who says so")
    .getByLabel("In the words of the source")
    .fill("likely to be transferred");
}

test("a researcher logs a report by hand, finds it by place and time and takes it away as CSV", async ({
  page,
  request,
}) => {
  await page.goto("/incidents/new");
  await typeTheReport(page);
  const ref = await saveNewCase(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(TITLE);
  await expect(page.getByText("likely to be transferred").first()).toBeAttached();

  const filter = "?province=CN-YN&from=2014-07-01&to=2014-07-31&dates=certain";
  await page.goto(`/incidents${filter}`);
  await expect(page.getByRole("row").filter({ hasText: ref })).toContainText(TITLE);
  await page.getByRole("link", { name: ref }).click();
  await expect(page).toHaveURL(new RegExp(`/incidents/${ref}$`));

  const columns = "reference,provinces,persons_low,persons_high,helpers_best,date_earliest,status";
  const answer = await request.get(`/incidents.csv${filter}&columns=${columns}`);
  expect(answer.status()).toBe(200);
  const row = (await answer.text()).split("\r\n").find((line) => line.startsWith(ref));
  expect(row).toBe(`${ref},CN-SD; CN-YN,20,20,6,2014-07-15,arrested`);

  const jilin = await request.get(
    "/incidents.csv?province=CN-JL&modality=anticipated&columns=reference",
  );
  expect(await jilin.text()).toContain(ref);
});

test("the keyboard alone logs a case", async ({ page }) => {
  await page.goto("/incidents/new");
  await titleField(page).focus();
  await page.keyboard.type("Typed by hand");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/new$/);
  await page.keyboard.press("Tab");
  await page.keyboard.type("Second field");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/incidents\/INC-/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Typed by hand");
});

test("a place is chosen from what its letters propose", async ({ page }) => {
  await page.goto("/incidents/new");
  await titleField(page).fill("Chosen place");
  const event = rowOf(page, "Event 1");
  await event.getByLabel("What happened").selectOption({ label: "detention" });
  await event.getByLabel("Name of the place").pressSequentially("tume");
  await page.getByRole("option", { name: /^Tumen, Jilin, China/ }).click();
  await expect(event.getByLabel("Name of the place")).toHaveValue("Tumen, Jilin, China");
  await saveNewCase(page);
  await expect(page.getByRole("main").getByText("Tumen").first()).toBeVisible();
});

test("suggestions hide nothing of the form, and are chosen and closed by the keyboard", async ({
  page,
}) => {
  await page.goto("/incidents/new");
  const place = rowOf(page, "Event 1").getByLabel("Name of the place");
  await place.pressSequentially("tume");
  await expect(page.getByRole("option", { name: /^Tumen, Jilin, China/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Log the incident" })).toBeVisible();
  // What the list covers is a small target for as long as it is open.
  const found = (await findBarriers(page)).filter((one) => !one.startsWith("target-size"));
  expect(found).toEqual([]);
  await place.press("ArrowDown");
  await place.press("Enter");
  await expect(place).toHaveValue("Tumen, Jilin, China");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await place.fill("Kunm");
  await expect(page.getByRole("option", { name: /^Kunming, Yunnan/ })).toBeVisible();
  await place.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(place).toHaveValue("Kunm");
});

test("a source of the ledger is found by its publisher and dates are reckoned from it", async ({
  page,
}) => {
  await page.goto("/sources/new");
  await page.getByLabel("Publisher").fill("Riverside Weekly");
  await page.getByLabel("Published").fill("24 July 2014");
  await page.getByRole("button", { name: "Add the source" }).click();
  await page.waitForURL(/\/sources\/SRC-/);

  await page.goto("/incidents/new");
  await titleField(page).fill("Cited from the ledger");
  await rowOf(page, "Source 1").getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Add one already in the ledger" }).click();
  await page.getByLabel("Source 1, in the ledger").pressSequentially("riverside");
  await page
    .getByRole("option", { name: /Riverside Weekly/ })
    .first()
    .click();
  await expect(page.getByText("Chosen: Riverside Weekly")).toBeVisible();
  const event = rowOf(page, "Event 1");
  await event.getByLabel("What happened").selectOption({ label: "arrest" });
  await event.getByLabel("When").fill("last week");
  await event.getByLabel("According to").selectOption({ label: "1: Riverside Weekly" });
  await expect(event.getByText("exactly 2014-07-14 – 2014-07-20")).toBeVisible();
  await saveNewCase(page);
  await expect(page.getByRole("main")).toContainText("14–20 Jul 2014");
});

test.describe("before any script has arrived", () => {
  test.use({ javaScriptEnabled: false });

  test("rows come and go, mistakes keep what is typed, and the case is logged", async ({
    page,
  }) => {
    await page.goto("/incidents/new");
    await titleField(page).fill("Logged without script");
    await rowOf(page, "Group 1").getByLabel("Who they are").selectOption("helper");
    await rowOf(page, "Group 1").getByLabel("How many").fill("6-5");
    await page.getByRole("button", { name: "Add a group", exact: true }).click();
    await rowOf(page, "Group 2").getByLabel("Who they are").selectOption("crew");
    await expect(rowOf(page, "Group 1").getByLabel("How many")).toHaveValue("6-5");
    await page.getByRole("button", { name: "Log the incident" }).click();
    await expect(
      page.getByText("The lowest figure 6 is above the highest, 5.").first(),
    ).toBeVisible();
    await expect(titleField(page)).toHaveValue("Logged without script");
    await expect(rowOf(page, "Group 1").getByLabel("Who they are")).toHaveValue("helper");
    await rowOf(page, "Group 2").getByRole("button", { name: "Remove" }).click();
    await expect(rowOf(page, "Group 2")).toHaveCount(0);
    await rowOf(page, "Group 1").getByLabel("How many").fill("5-6");
    await saveNewCase(page);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Logged without script");
  });
});

test("the form with all its mistakes has no barrier and no sideways scrolling, on a phone and a desk, in light and dark", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto("/incidents/new");
  for (const name of ["Add a new source", "Add how many", "Add where", "Add a statement"])
    await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("button", { name: "Add a group it concerned" }).click();
  await rowOf(page, "Group 1").getByLabel("How many").fill("30-20");
  await page.getByRole("button", { name: "Log the incident" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [390, 1440]) {
      const screen = `${width} px, ${colorScheme}`;
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await findBarriers(page), screen).toEqual([]);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(beyond, screen).toBe(0);
    }
});
