import { expect, test } from "@playwright/test";
import { listAccess } from "../db/queries/list-access";
import { ACCESS_TABLE } from "../domain/access-table";
import { parseTableRequest } from "../domain/table-params";
import { inLedger } from "./in-ledger";
import { expectGoodScreen } from "./screens";
import { codeOf, PASSWORD, pageOf, signedIn, signIn } from "./sign-in";

test.describe("without an account", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("what is public is read, and whatever is not leads to signing in", async ({
    page,
    request,
  }) => {
    await page.goto("/incidents?province=CN-YN");
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
    for (const path of ["/history", "/admin", "/review", "/incidents/new", "/sources/new"]) {
      await page.goto(path);
      await expect(page).toHaveURL(new RegExp(`/sign-in\\?next=${encodeURIComponent(path)}$`));
    }
    expect((await request.get("/incidents.csv")).status()).toBe(200);
    expect((await request.get("/api/auth/get-session")).status()).toBe(404);
    await page.goto("/sign-in");
    await expectGoodScreen(page);
  });

  test("a wrong password says no more than that, and too many have to wait", async ({ page }) => {
    await signIn(page, "nobody@example.org", "guessed at random");
    await expect(page.getByText("The e-mail address or the password is wrong.")).toBeVisible();
    for (let tries = 0; tries < 4; tries++) {
      await page.getByLabel("Password").fill(`guess number ${tries}`);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    }
    await page.getByLabel("Password").fill("one too many");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(
      page.getByText(/Too many wrong attempts\. Try again in \d+ seconds/),
    ).toBeVisible();
  });

  test("an invitation that is not there is told so", async ({ page }) => {
    await page.goto("/invitation/guessed");
    await expect(
      page.getByRole("heading", { name: "This invitation can no longer be taken up" }),
    ).toBeVisible();
  });

  test("each role sees what is its own", async ({ page }) => {
    await signedIn(page, "viewer@example.org");
    await expect(page.getByRole("link", { name: "Log incident" })).toHaveCount(0);
    for (const path of ["/incidents/new", "/sources/new", "/history", "/admin"])
      expect((await page.goto(path))?.status(), path).toBe(403);
    await expect(page.getByText("Your role does not allow this")).toBeVisible();
    const { request } = parseTableRequest(ACCESS_TABLE, new URLSearchParams("action=refused"));
    const admin = { id: "test", role: "admin" } as const;
    const { rows } = await inLedger((store) => listAccess(store, admin, request));
    expect(rows.map(({ detail }) => detail)).toContain("/sources/new");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(/\/sign-in$/);
    await signedIn(page, "researcher@example.org");
    expect((await page.goto("/incidents/new"))?.status()).toBe(200);
    expect((await page.goto("/admin"))?.status()).toBe(403);
  });

  test("a second factor is set up, asked for, and replaced once by a recovery code", async ({
    page,
  }) => {
    await signedIn(page, "reviewer@example.org");
    await page.goto("/account");
    await expectGoodScreen(page);
    await page.locator("#factor-password").fill(PASSWORD);
    await page.getByRole("button", { name: "Set it up" }).click();
    const key = await page.locator("code").innerText();
    const [recovery = "", another = "", third = ""] = await page
      .locator("ul.font-mono li")
      .allInnerTexts();
    await page.getByLabel("Code", { exact: true }).fill("000000");
    await page.getByRole("button", { name: "Switch it on" }).click();
    await expect(page.getByText("The code is wrong or no longer good.")).toBeVisible();
    const spent = codeOf(key, Date.now());
    await page.getByLabel("Code", { exact: true }).fill(spent);
    await page.getByRole("button", { name: "Switch it on" }).click();
    await expect(page.getByText("On. Every sign-in asks for a code.")).toBeVisible();

    for (const code of [() => codeOf(key, Date.now() + 30_000), () => recovery]) {
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.waitForURL(/\/sign-in$/);
      await signIn(page, "reviewer@example.org");
      await page.waitForURL(/\/sign-in\/code/);
      expect((await page.request.get("/history", { maxRedirects: 0 })).status()).toBe(307);
      await page.getByLabel("Code", { exact: true }).fill(spent);
      await page.getByRole("button", { name: "Go on" }).click();
      await expect(page.getByText("Each code is good once, and this one was used.")).toBeVisible();
      expect((await page.request.get("/history", { maxRedirects: 0 })).status()).toBe(307);
      await signIn(page, "reviewer@example.org");
      await page.waitForURL(/\/sign-in\/code/);
      await page.getByLabel("Code", { exact: true }).fill(code());
      await page.getByRole("button", { name: "Go on" }).click();
      await page.waitForURL(/\/incidents$/);
    }
    await page.getByRole("button", { name: "Sign out" }).click();
    await signIn(page, "reviewer@example.org");
    await page.waitForURL(/\/sign-in\/code/);
    await page.getByLabel("Code", { exact: true }).fill(recovery);
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page.getByText("The code is wrong or no longer good.")).toBeVisible();

    await page.getByLabel("Code", { exact: true }).fill(another);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.waitForURL(/\/incidents$/);
    await page.goto("/account");
    await page.locator("#Switch-it-off-password").fill(PASSWORD);
    // The recovery code that let them in is spent.
    await page.locator("#Switch-it-off-code").fill(recovery);
    await page.getByRole("button", { name: "Switch it off" }).click();
    await expect(page.getByText("The code is wrong or no longer good.")).toBeVisible();
    await page.locator("#Switch-it-off-password").fill(PASSWORD);
    await page.locator("#Switch-it-off-code").fill(third);
    await page.getByRole("button", { name: "Switch it off" }).click();
    await expect(page.getByText("Off.", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  });

  test("a new password ends every other session and not this one", async ({ page, browser }) => {
    const elsewhere = await pageOf(browser, "viewer@example.org");
    await signedIn(page, "viewer@example.org");
    await page.goto("/account");
    const change = async (from: string, to: string) => {
      await page.getByLabel("The password now").fill(from);
      await page.getByLabel("New password").fill(to);
      await page.getByLabel("The same password again").fill(to);
      await page.getByRole("button", { name: "Change it" }).click();
      await expect(page.getByText("The password is changed")).toBeVisible();
    };
    await page.getByLabel("The password now").fill("not the password now");
    await page.getByLabel("New password").fill("six other words than that before");
    await page.getByLabel("The same password again").fill("six other words than that before");
    await page.getByRole("button", { name: "Change it" }).click();
    await expect(page.getByText("The password is wrong.")).toBeVisible();
    await change(PASSWORD, "six other words than that before");
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
    await elsewhere.goto("/account");
    await expect(elsewhere).toHaveURL(/\/sign-in/);
    await change("six other words than that before", PASSWORD);
  });
});

test("an admin invites somebody, who joins by the link and logs in; closing the account ends it at once", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto("/admin");
  await page.getByLabel("E-mail address").fill("new.colleague@example.org");
  await page.getByLabel("Role", { exact: true }).selectOption("researcher");
  await page.locator('input[type="password"]').last().fill("not my password");
  await page.getByRole("button", { name: "Make the link" }).click();
  await expect(page.getByText("The password is wrong.")).toBeVisible();
  await page.locator('input[type="password"]').last().fill(PASSWORD);
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.locator("p.select-all").innerText();
  expect(link).toMatch(new RegExp(`^${baseURL}/invitation/[\\w-]{43}$`));
  await expectGoodScreen(page);

  const theirs = await (
    await browser.newContext({ baseURL, storageState: { cookies: [], origins: [] } })
  ).newPage();
  await theirs.goto(link);
  await expectGoodScreen(theirs);
  await theirs.getByLabel("Name").fill("New Colleague");
  await theirs.getByLabel("New password").fill("short");
  await theirs.getByLabel("The same password again").fill("short");
  await theirs.getByRole("button", { name: "Make the account and sign in" }).click();
  await expect(theirs.getByText("The password is too short: at least 12")).toBeVisible();
  await expect(theirs.getByLabel("Name")).toHaveValue("New Colleague");
  await theirs.getByLabel("New password").fill("colleague2026");
  await theirs.getByLabel("The same password again").fill("colleague2026");
  await theirs.getByRole("button", { name: "Make the account and sign in" }).click();
  await expect(theirs.getByText("The password is too easy to guess.")).toBeVisible();
  await theirs.getByLabel("New password").fill("four unrelated words here");
  await theirs.getByLabel("The same password again").fill("four unrelated words here");
  await theirs.getByRole("button", { name: "Make the account and sign in" }).click();
  await theirs.waitForURL(/\/incidents$/);
  await expect(theirs.getByRole("link", { name: "New Colleague" })).toBeVisible();
  // Without a new page in between.
  await theirs.getByRole("button", { name: "Sign out" }).click();
  await theirs.waitForURL(/\/sign-in$/);
  await signIn(theirs, "new.colleague@example.org", "four unrelated words here");
  await theirs.waitForURL(/\/incidents$/);
  await theirs.goto(link);
  await expect(theirs.getByText("This invitation can no longer be taken up").first()).toBeVisible();

  await page.reload();
  const account = page.getByRole("listitem").filter({ hasText: "new.colleague@example.org" });
  await account.locator("summary").click();
  await account.getByLabel("What to do").selectOption("close_account");
  await account.locator('input[type="password"]').fill("not my password");
  await account.getByRole("button", { name: "Change it" }).click();
  await expect(account.getByText("The password is wrong.")).toBeVisible();
  await account.getByLabel("What to do").selectOption("close_account");
  await account.locator('input[type="password"]').fill(PASSWORD);
  await account.getByRole("button", { name: "Change it" }).click();
  await expect(account.getByText("closed").first()).toBeVisible();
  await theirs.goto("/incidents");
  await expect(theirs.getByRole("link", { name: "Sign in" })).toBeVisible();
  await theirs.goto("/incidents/new");
  await expect(theirs).toHaveURL(/\/sign-in/);
  await page.goto("/history?action=close_account");
  await expect(page.getByRole("list", { name: "Entries of the log" })).toContainText(
    "closed an account account New Colleague by Ada Admin · from /admin",
  );
});
