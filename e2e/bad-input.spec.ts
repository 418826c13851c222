import { expect, type Page, test } from "@playwright/test";
import { rowOf, titleField, typePlace } from "./case-form";

const submit = (page: Page) => page.getByRole("button", { name: "Log the incident" }).click();
const errors = (page: Page) => page.getByRole("main").getByRole("alert");

test("every mistake is told at once, at its field too, and nothing is logged", async ({
  page,
  request,
}) => {
  const total = async () => await (await request.get("/incidents.csv?columns=reference")).text();
  const before = await total();
  await page.goto("/incidents/new");
  await rowOf(page, "Source 1").getByLabel("Web address").fill("javascript:alert(1)");
  await rowOf(page, "Source 1").getByLabel("Published").fill("32 July 2014");
  const whole = rowOf(page, "Group 1");
  await whole.getByLabel("Who they are").selectOption("helper");
  await whole.getByLabel("How many").fill("20");
  await page.getByRole("button", { name: "Add a group", exact: true }).click();
  const part = rowOf(page, "Group 2");
  await part.getByLabel("Who they are").selectOption("helper");
  await part.getByLabel("How many").fill("21");
  await part.getByLabel("Part of").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Add a group", exact: true }).click();
  await rowOf(page, "Group 3").getByLabel("How many").fill("30-20");
  const event = rowOf(page, "Event 1");
  await event.getByLabel("When").fill("30 February 2014");
  await typePlace(event.getByLabel("Name of the place"), "Jilin");
  await submit(page);

  await expect(errors(page)).toBeFocused();
  for (const text of [
    "Title: This must not be empty.",
    "“javascript:alert(1)” is no web address.",
    "There is no such date as “32 July 2014”",
    "A part of 21 is larger than its whole, which is 20 at most.",
    "The lowest figure 30 is above the highest, 20.",
    "Group 3, who they are: Choose one.",
    "There is no such date as “30 February 2014”",
    "Event 1, what happened: Choose one.",
    "“Jilin” can be several places. Write which: Jilin, China; Jilin City, Jilin, China.",
  ])
    await expect(errors(page)).toContainText(text);
  await expect(part.getByLabel("How many")).toHaveAccessibleDescription(/A part of 21 is larger/);
  await expect(part.getByLabel("How many")).toHaveAttribute("aria-invalid", "true");

  await errors(page).getByRole("link", { name: "Group 2, how many" }).click();
  await expect(part.getByLabel("How many")).toBeFocused();
  expect(await total()).toBe(before);
});

test("script in every field is kept as the text it is", async ({ page }) => {
  const script =
    '"><script>window.wasRun = true</script><img src=x onerror="window.wasRun = true">';
  await page.goto("/incidents/new");
  await page.evaluate((text) => {
    for (const field of document.querySelectorAll("form input:not([type=hidden]), form textarea")) {
      const { prototype } =
        field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
      Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, script);
  await submit(page);
  await expect(errors(page)).toContainText("cannot be read as a count");
  await expect(titleField(page)).toHaveValue(script);

  await page.goto("about:blank").catch(() => null);
  const fresh = await page.context().newPage();
  await fresh.goto("/incidents/new");
  await titleField(fresh).fill(script);
  await fresh.locator("#case-summary").fill(script);
  await rowOf(fresh, "Source 1").getByLabel("Publisher").fill(script);
  await rowOf(fresh, "Group 1").getByLabel("Who they are").selectOption("helper");
  await rowOf(fresh, "Group 1").getByLabel("How many").fill("3");
  await rowOf(fresh, "Group 1").getByLabel("According to").selectOption({ index: 1 });
  await rowOf(fresh, "Group 1").getByLabel("In the words of the source").fill(script);
  await submit(fresh);
  await fresh.waitForURL(/\/incidents\/INC-/);
  await expect(fresh.getByRole("heading", { level: 1 })).toContainText("<script>");
  expect(await fresh.evaluate(() => "wasRun" in window)).toBe(false);
});

test("a megabyte of text in one field, and in each, is refused in words", async ({ page }) => {
  const megabyte = "x".repeat(1_000_000);
  await page.goto("/incidents/new");
  await titleField(page).fill(megabyte);
  await submit(page);
  await expect(errors(page)).toContainText(
    "is too long: at most 300 characters are possible here.",
  );
  await titleField(page).fill("Short");
  for (const id of ["case-summary", "case-sources[0].publisher", "case-groups[0].count"])
    await page.locator(`[id="${id}"]`).fill(megabyte);
  await submit(page);
  await expect(errors(page)).toContainText("All text together is too much to send: 3 MB.");
  await expect(titleField(page)).toHaveValue("Short");
});

test("a text that cannot be sent stays in its fields", async ({ page }) => {
  await page.goto("/incidents/new");
  await titleField(page).fill("Sent into nothing");
  await page.route("**/incidents/new", (route) => route.abort());
  await submit(page);
  await expect(errors(page)).toContainText("nothing was saved");
  await expect(titleField(page)).toHaveValue("Sent into nothing");
  await page.unroute("**/incidents/new");
  await submit(page);
  await page.waitForURL(/\/incidents\/INC-/);
});

test("two clicks log one case", async ({ page, request }) => {
  await page.goto("/incidents/new");
  await titleField(page).fill("Logged once only");
  await page.getByRole("button", { name: "Log the incident" }).dblclick();
  await page.waitForURL(/\/incidents\/INC-/);
  const answer = await request.get("/incidents.csv?q=logged+once+only&columns=reference");
  expect((await answer.text()).trim().split("\r\n")).toHaveLength(2);
});

test.describe("requests that our form would not send", () => {
  test.use({ javaScriptEnabled: false });

  /** Posts the form as it stands on the page, with other fields. */
  async function post(page: Page, fields: Record<string, string>) {
    await page.goto("/incidents/new");
    const hidden = await page
      .locator("#case input[type=hidden]")
      .evaluateAll((inputs) =>
        inputs.map((input) => [
          (input as HTMLInputElement).name,
          (input as HTMLInputElement).value,
        ]),
      );
    return page.request.post("/incidents/new", {
      headers: { origin: new URL(page.url()).origin },
      multipart: { ...Object.fromEntries(hidden), ...fields },
      maxRedirects: 0,
    });
  }

  test("are answered with what is wrong, without a crash", async ({ page }) => {
    const answer = await post(page, {
      title: "a\0b",
      "groups[0].role": "spy",
      "groups[0].nationality": "XX",
      "groups[0].unit": "person",
      "events[0].type": "<b>",
      "events[0].places": "nowhere",
      "__proto__.polluted": "yes",
      "claims[0].field": "nonsense",
      "claims[0].source": "nobody",
      "claims[0].quote": "q\0",
      __state__: "{",
      __intent__: "[]",
    });
    expect(answer.status()).toBe(200);
    const text = await answer.text();
    expect(text).toContain("“spy” is not possible here.");
    expect(text).toContain("“&lt;b&gt;” is not possible here.");
    expect(text).toContain("has characters that cannot be stored");
  });

  test("are refused at once where they have a row too many, and lose nothing", async ({ page }) => {
    const answer = await post(page, { title: "Kept as typed", "groups[999999999].label": "far" });
    expect(answer.status()).toBe(200);
    const text = await answer.text();
    expect(text).toContain("“groups[999999999].label” is a row too many");
    expect(text).toContain("at most 100");
    expect(text).toContain('value="Kept as typed"');
    const logged = await page.request.get("/incidents.csv?q=Kept+as+typed&columns=reference");
    expect((await logged.text()).trimEnd()).toBe("reference");
  });

  test("are refused in words where they are too large", async ({ page }) => {
    const answer = await post(page, { title: "x".repeat(2_500_000) });
    expect(answer.status()).toBe(413);
    expect(await answer.text()).toContain("too much");
  });
});
