import { expect, type Page, test } from "@playwright/test";

/** Where links do not lead. */
const BEGINNINGS = ["/", "/incidents/new", "/sources/new", "/review", "/account", "/sign-in"];
const UNSEEN = ["/sign-in/code", "/invitation/guessed", "/no-such-page"];
const NOT_A_PAGE = /\.(csv|svg|zip|json|ndjson|geojson|bib|md|atom)$|\/csv$|^\/api\/v1\//;

/** What the browser refused to run or load by the policy, and what it asked of anybody but us. */
async function watch(page: Page, baseURL: string) {
  const violations: string[] = [];
  const outside: string[] = [];
  await page.exposeFunction("noteViolation", (text: string) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sample } = event;
      const note = (window as unknown as { noteViolation: (text: string) => void }).noteViolation;
      note(`${location.pathname}: ${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  page.on("request", (asked) => {
    if (!/^(data|blob):/.test(asked.url()) && !asked.url().startsWith(`${baseURL}/`))
      outside.push(asked.url());
  });
  page.on("websocket", (socket) => outside.push(socket.url()));
  return { violations, outside };
}

/** Visits one page of each kind that links lead to, unfolds what folds, and returns the kinds. */
async function walk(page: Page, beginnings: string[]): Promise<string[]> {
  const kinds = new Map<string, string>();
  const add = (path: string) => {
    const kind = path
      .replace(/[?#].*$/, "")
      .replace(/(INC|SRC)-\w+/, "$1")
      .replace(/^\/locations\/.+/, "/locations/*");
    if (!NOT_A_PAGE.test(kind) && !kinds.has(kind)) kinds.set(kind, path);
  };
  beginnings.forEach(add);
  // A map gives also what is added while it is gone through.
  for (const path of kinds.values()) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    for (const summary of await page.locator("summary:visible").all())
      await summary.click({ timeout: 1_000 }).catch(() => {});
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    links.forEach(add);
  }
  return [...kinds.keys()];
}

test("no page runs or loads what the policy forbids, or asks anything of the outside", async ({
  page,
  baseURL,
}) => {
  const { violations, outside } = await watch(page, baseURL!);
  const kinds = await walk(page, [...BEGINNINGS, ...UNSEEN]);
  for (const kind of ["/incidents/INC/edit", "/sources/SRC", "/locations/*", "/admin", "/history"])
    expect(kinds).toContain(kind);

  await page.goto("/incidents/new");
  await page.getByLabel("Name of the place").first().fill("Tum");
  await expect(page.getByRole("option", { name: /Tumen/ }).first()).toBeVisible();
  expect({ violations, outside }).toEqual({ violations: [], outside: [] });
});

test.describe("as nobody", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("the same", async ({ page, baseURL }) => {
    const { violations, outside } = await watch(page, baseURL!);
    await walk(page, [...BEGINNINGS, ...UNSEEN]);
    expect({ violations, outside }).toEqual({ violations: [], outside: [] });
  });
});

test("script that got into a page is not run, and is noticed here", async ({ page, baseURL }) => {
  const { violations } = await watch(page, baseURL!);
  await page.goto("/incidents");
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<img src="/no" onerror="window.wasRun = 1">');
    setTimeout("window.wasRun = 2");
    return fetch("http://127.0.0.1:9/").catch(() => {});
  });
  for (const directive of ["script-src-attr inline", "script-src eval", "connect-src http:"])
    await expect.poll(() => violations.join("\n")).toContain(directive);
  expect(await page.evaluate(() => "wasRun" in window)).toBe(false);
});

test("each answer has a nonce of its own, and what is drawn for somebody is not kept", async ({
  request,
}) => {
  const policies = [];
  for (const path of ["/incidents", "/incidents", "/incidents.csv", "/suggest/places?q=tu"]) {
    const headers = (await request.get(path)).headers();
    policies.push(headers["content-security-policy"]);
    expect(headers["cache-control"], path).toContain("no-store");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  }
  expect(new Set(policies).size).toBe(policies.length);
  const page = await (await request.get("/incidents")).text();
  expect(page.match(/<script/g)!.length).toBeGreaterThan(3);
  expect(page.match(/<script(?![^>]*\snonce="[\w+/=]{24}")/g)).toBeNull();
});
