import { expect, type Page, test } from "@playwright/test";
import { findAccount } from "../db/queries/find-account";
import { inLedger } from "./in-ledger";
import { addAccount, pageOf } from "./sign-in";

const author = { id: "e2e", role: "admin" } as const;

let page: Page;
test.beforeAll(async ({ browser }) => {
  const account = await inLedger(async (store) => {
    const admin = await findAccount(store, author, "admin@example.org");
    return addAccount(store, admin!, "researcher", `second reader ${Date.now()}`);
  });
  page = await pageOf(browser, account.email);
});
test.afterAll(() => page.context().close());

test("with the keyboard alone words are selected, drafts removed and brought back, and dates reckoned anew", async () => {
  await page.goto("/incidents/from-article");
  await page
    .getByLabel("The text of the article")
    .fill("지난주 중국 윈난성에서 탈북자 5명이 체포됐다고 한 단체가 밝혔다.");
  await page.getByRole("button", { name: "Read the article" }).press("Enter");
  await page.waitForURL(/\/from-article\/\w+$/);
  const one = page.getByRole("region", { name: "Draft 1", exact: true });
  await page
    .getByRole("group")
    .filter({ hasText: "The source" })
    .getByRole("textbox")
    .first()
    .fill("2014-07-23");
  await expect(one.getByText("14–20 Jul 2014").first()).toBeVisible();

  await page.getByRole("region", { name: "The article", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("Selected: 중국")).toBeVisible();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByText(/Selected: 중국 윈난/)).toBeVisible();

  await one.getByRole("button", { name: "Remove the place" }).press("Enter");
  await expect(one.locator("[data-fact='c1.e1']")).toBeFocused();
  await one.getByRole("button", { name: "Remove draft 1" }).press("Enter");
  await expect(page.getByRole("status").getByText("Draft 1 is removed.")).toBeAttached();
  await expect(page.getByRole("region", { name: "No drafts" })).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(one).toBeVisible();
  await expect(page.getByText("All is kept.")).toBeVisible();
});

test("work on an article outlives a refusal, another window, a lost network and words that are replaced", async () => {
  await page.goto("/incidents/from-article");
  const fill = (label: string, words: string) => page.getByLabel(label).fill(words);
  await fill(
    "The text of the article",
    "Police in Hohhot detained seven North Koreans on 3 March 1997, an aid group said.",
  );
  await fill("When it was published", "1997-03-10");
  await fill("Address on the web", "https://somebody:secret@example.org/");
  await page.getByRole("button", { name: "Read the article" }).click();
  await expect(page.getByText(/is no web address/)).toBeVisible();
  await fill("Address on the web", "");
  await page.getByRole("button", { name: "Read the article" }).click();
  await page.waitForURL(/\/from-article\/\w+$/);

  const title = page.getByRole("region", { name: "Draft 1", exact: true }).getByLabel("Title");
  const kept = () => expect(page.getByText("All is kept.")).toBeVisible();
  await title.fill("");
  await page.getByRole("button", { name: "Accept one draft" }).click();
  await expect(page.getByText("This must not be empty.")).toBeVisible();
  await title.fill("Seven held");
  await kept();

  const article = page.getByRole("region", { name: "The article", exact: true });
  await article.getByRole("button", { name: "an aid group" }).evaluate((words) => {
    document.getSelection()!.selectAllChildren(words);
  });
  await page.getByRole("button", { name: "Replace by [name]" }).click();
  await title.fill("Seven held, typed meanwhile");
  await expect(article).toContainText("[name] said");
  await expect(title).toHaveValue("Seven held, typed meanwhile");
  await expect(page.getByText("Select words in the text to use them.")).toBeVisible();
  await kept();

  await page.context().setOffline(true);
  await title.fill("Seven held in Hohhot");
  await expect(page.getByRole("button", { name: "Try to keep it again" })).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Try to keep it again" }).click();
  await kept();

  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByRole("button", { name: "Accept one draft" }).dblclick();
  await page.waitForURL(/accepted=INC-\w+$/);
  await other
    .getByRole("region", { name: "Draft 1", exact: true })
    .getByLabel("Title")
    .fill("Late");
  await expect(other.getByText("it was accepted or thrown away").first()).toBeVisible();
});
