import { type APIRequestContext, expect, type PlaywrightWorkerArgs, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { findAccount } from "../db/queries/find-account";
import { inLedger } from "./in-ledger";
import { expectGoodScreen } from "./screens";
import { addAccount, PASSWORD, signedIn } from "./sign-in";

const admin = { id: "test", role: "admin" } as const;
const NOBODY = { cookies: [], origins: [] };
test.use({ storageState: NOBODY });

/** An account that no other spec uses up the requests of. */
async function addReader(name: string): Promise<string> {
  const { email } = await inLedger(async (store) => {
    const id = await findAccount(store, admin, "admin@example.org");
    return addAccount(store, id!, "viewer", name);
  });
  return email;
}

/** A program that has nothing but the token. */
function program(
  playwright: PlaywrightWorkerArgs["playwright"],
  baseURL: string | undefined,
  token: string,
): Promise<APIRequestContext> {
  const extraHTTPHeaders = { authorization: `Bearer ${token}` };
  return playwright.request.newContext({ baseURL, storageState: NOBODY, extraHTTPHeaders });
}

test("a token downloads what it was made for, reaches no page, and ends when revoked", async ({
  page,
  playwright,
  baseURL,
}) => {
  await signedIn(page, await addReader("token owner"));
  await page.goto("/account");
  const make = async (name: string, scope: string, password: string) => {
    await page.getByLabel("What it is for").fill(name);
    await page.getByLabel("What it opens").selectOption(scope);
    await page.getByLabel("Days until it ends").fill("30");
    await page.locator("#token-password").fill(password);
    await page.getByRole("button", { name: "Make a token" }).click();
  };
  await make("a sheet", "read", "not my password");
  await expect(page.getByText("The password is wrong.")).toBeVisible();
  await make("a sheet", "read", PASSWORD);
  const shown = page.locator("p.select-all");
  await expect(shown).toHaveText(/^ledger_[\w-]{43}$/);
  await expectGoodScreen(page);
  const reading = await program(playwright, baseURL, await shown.innerText());
  await page.reload();
  await expect(shown).toHaveCount(0);
  await make("a map", "export", PASSWORD);
  const exporting = await program(playwright, baseURL, await shown.innerText());

  const part = "/incidents.csv?province=CN-YN&columns=reference";
  const [heading, ref] = (await (await reading.get(part)).text()).split("\r\n");
  expect(heading).toBe("reference");
  expect((await reading.get(`/incidents/${ref}/csv`)).status()).toBe(200);
  const refused = await reading.get("/incidents.csv");
  expect(refused.status()).toBe(403);
  expect(await refused.text()).toContain("lacks the scope export");
  // Counts of all incidents are no export of them.
  for (const counts of ["/map.csv", "/map.svg", "/charts/people.csv"])
    expect((await reading.get(counts)).status()).toBe(200);
  expect((await exporting.get("/incidents.csv")).status()).toBe(200);
  for (const path of ["/account", "/history", "/incidents/new"]) {
    const answer = await exporting.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(307);
    expect(answer.headers().location, path).toContain("/sign-in");
  }
  // To pages a token is nothing: they show what a visitor sees.
  for (const path of ["/incidents", `/incidents/${ref}`, "/groups"]) {
    const shown = await (await exporting.get(path)).text();
    expect(shown, path).toContain("Sign in");
    expect(shown, path).not.toContain("token owner");
  }
  // What pages ask for by themselves would be a visitor's part, which a program must not take for all.
  const suggestions = ["search", "sources", "places", "provinces", "countries"];
  for (const path of ["/timeline.json", ...suggestions.map((of) => `/suggest/${of}?q=tumen`)]) {
    const answer = await exporting.get(path);
    expect([path, answer.status()]).toEqual([path, 401]);
    expect(await answer.text()).toContain("A token opens nothing here");
  }
  expect((await exporting.post("/incidents.csv")).status()).toBe(403);

  await page.reload();
  const row = page.getByRole("listitem").filter({ hasText: "a sheet" });
  await expect(row).toContainText("last used");
  await row.getByRole("button", { name: "Revoke" }).click();
  await expect(row).toHaveCount(0);
  const over = await reading.get(part);
  expect(over.status()).toBe(401);
  expect(over.headers()["www-authenticate"]).toContain("Bearer");
  expect((await exporting.get(part)).status()).toBe(200);
});

test("guessing tokens is slowed down, and nobody else is by it", async ({
  page,
  playwright,
  baseURL,
}) => {
  const guessing = await program(playwright, baseURL, "ledger_guessed");
  // A script whose token is missing does not take what visitors get for all of it.
  const empty = { authorization: "Bearer " };
  expect((await guessing.get("/incidents.csv", { headers: empty })).status()).toBe(401);
  const answers = [];
  for (let tries = 0; tries < 8; tries++) answers.push(await guessing.get("/incidents.csv"));
  const statuses = answers.map((answer) => answer.status());
  expect(statuses[0]).toBe(401);
  expect(statuses.at(-1)).toBe(429);
  expect(Number(answers.at(-1)!.headers()["retry-after"])).toBeGreaterThan(0);
  await signedIn(page, "researcher@example.org");
});

test("whoever takes data too fast has to wait", async ({ page }) => {
  await signedIn(page, await addReader("hasty reader"));
  const ask = () => page.request.get("/incidents.csv?province=MN-041");
  const answers = await Promise.all(Array.from({ length: 80 }, ask));
  const statuses = new Set(answers.map((answer) => answer.status()));
  expect([...statuses].sort()).toEqual([200, 429]);
  const refused = answers.find((answer) => answer.status() === 429)!;
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  await expect.poll(async () => (await ask()).status(), { timeout: 30_000 }).toBe(200);
});

test("a visitor who takes data too fast has to wait, told by the network address, and no other does", async ({
  playwright,
  baseURL,
}) => {
  const visitor = (address: string) =>
    playwright.request.newContext({
      baseURL,
      storageState: NOBODY,
      extraHTTPHeaders: { "x-forwarded-for": address },
    });
  const hasty = await visitor("198.51.100.7");
  const path = "/incidents.csv?columns=reference";
  const answers = await Promise.all(Array.from({ length: 80 }, () => hasty.get(path)));
  const statuses = new Set(answers.map((answer) => answer.status()));
  expect([...statuses].sort()).toEqual([200, 429]);
  const other = await visitor("198.51.100.8");
  expect((await other.get(path)).status()).toBe(200);
});

test("all incidents are taken away only after the password was given anew", async ({ page }) => {
  const email = await addReader("careful reader");
  await signedIn(page, email);
  expect((await page.request.get("/incidents.csv", { maxRedirects: 0 })).status()).toBe(200);
  await inLedger(async (store) => {
    const { accountSession: session } = store.t;
    const id = await findAccount(store, admin, email);
    const createdAt = new Date(Date.now() - 11 * 60_000);
    await store.tx((db) => db.update(session).set({ createdAt }).where(eq(session.userId, id!)));
  });
  const asked = await page.request.get("/incidents.csv?sort=title", { maxRedirects: 0 });
  expect(asked.status()).toBe(303);
  expect(asked.headers().location).toBe(
    `/confirm?next=${encodeURIComponent("/incidents.csv?sort=title")}`,
  );
  expect((await page.request.get("/incidents.csv?province=MN-041")).headers()["content-type"]).toBe(
    "text/csv; charset=utf-8",
  );

  await page.goto("/incidents");
  await page.getByText("Export", { exact: false }).first().click();
  await page.getByRole("link", { name: "CSV" }).first().click();
  await page.waitForURL(/\/confirm\?next=/);
  await expectGoodScreen(page);
  await page.getByLabel("Password").fill("not my password");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("The password is wrong.")).toBeVisible();
  await page.getByLabel("Password").fill(PASSWORD);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Go on" }).click();
  expect((await download).suggestedFilename()).toMatch(/^incidents-\d{4}-\d\d-\d\d\.csv$/);
  expect((await page.request.get("/incidents.csv", { maxRedirects: 0 })).status()).toBe(200);
  await page.goto("/confirm?next=https://evil.example/");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.waitForURL(/\/incidents$/);
});
