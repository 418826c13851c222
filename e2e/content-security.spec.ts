import { type BrowserContext, expect, type Page, test } from "@playwright/test";

/** Where links do not lead. */
const BEGINNINGS = ["/", "/incidents/new", "/sources/new", "/review", "/account", "/sign-in"];
const UNSEEN = ["/sign-in/code", "/invitation/guessed", "/no-such-page"];
const NOT_A_PAGE = /\.(csv|svg|zip|json|ndjson|geojson|bib|md|atom)$|\/csv$|^\/api\/v1\//;

/** So many pages are looked at at once: much of the time goes by in waiting until one is quiet. */
const TABS = 3;
const QUIET_MS = 10_000;

/** What the browser refused to run or load by the policy, and what it asked of anybody but us, in whatever tab. */
async function watch(context: BrowserContext, baseURL: string) {
  const violations: string[] = [];
  const outside: string[] = [];
  await context.exposeFunction("noteViolation", (text: string) => violations.push(text));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sample } = event;
      const note = (window as unknown as { noteViolation: (text: string) => void }).noteViolation;
      note(`${location.pathname}: ${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  context.on("console", (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  context.on("request", (asked) => {
    if (!/^(data|blob):/.test(asked.url()) && !asked.url().startsWith(`${baseURL}/`))
      outside.push(asked.url());
  });
  context.on("page", (page) => page.on("websocket", (socket) => outside.push(socket.url())));
  return { violations, outside };
}

/** Visits one page of each kind that links lead to, unfolds what folds, and returns the kinds. */
async function walk(context: BrowserContext, beginnings: string[]): Promise<string[]> {
  const kinds = new Map<string, string>();
  const add = (path: string) => {
    const kind = path
      .replace(/[?#].*$/, "")
      .replace(/(INC|SRC)-\w+/, "$1")
      .replace(/^\/locations\/.+/, "/locations/*");
    if (!NOT_A_PAGE.test(kind) && !kinds.has(kind)) kinds.set(kind, path);
  };
  const visit = async (page: Page, path: string) => {
    await page.goto(path);
    // Of a request that another page left behind the browser may never tell that it ended: no longer than pages take.
    await page.waitForLoadState("networkidle", { timeout: QUIET_MS }).catch(() => undefined);
    const links = await page.evaluate(async () => {
      for (const summary of document.querySelectorAll("summary"))
        if (summary.checkVisibility()) summary.click();
      // Time for what stands in them to be drawn.
      await new Promise((done) => setTimeout(done, 100));
      const all = document.querySelectorAll('a[href^="/"]');
      return [...all].map((link) => link.getAttribute("href") ?? "");
    });
    links.forEach(add);
  };
  beginnings.forEach(add);
  const tabs = await Promise.all(Array.from({ length: TABS }, () => context.newPage()));
  for (let seen = 0; seen < kinds.size; ) {
    const waiting = [...kinds.values()].slice(seen).values();
    seen = kinds.size;
    const work = async (page: Page) => {
      for (const path of waiting) await visit(page, path);
    };
    await Promise.all(tabs.map(work));
  }
  return [...kinds.keys()];
}

test("no page runs or loads what the policy forbids, or asks anything of the outside", async ({
  context,
  baseURL,
}) => {
  const { violations, outside } = await watch(context, baseURL!);
  const kinds = await walk(context, [...BEGINNINGS, ...UNSEEN]);
  for (const kind of ["/incidents/INC/edit", "/sources/SRC", "/locations/*", "/admin", "/history"])
    expect(kinds).toContain(kind);

  const page = await context.newPage();
  await page.goto("/incidents/new");
  await page.getByLabel("Name of the place").first().fill("Tum");
  await expect(page.getByRole("option", { name: /Tumen/ }).first()).toBeVisible();
  expect({ violations, outside }).toEqual({ violations: [], outside: [] });
});

test.describe("as nobody", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("the same", async ({ context, baseURL }) => {
    const { violations, outside } = await watch(context, baseURL!);
    await walk(context, [...BEGINNINGS, ...UNSEEN]);
    expect({ violations, outside }).toEqual({ violations: [], outside: [] });
  });
});

test("script that got into a page is not run, and is noticed here", async ({
  context,
  baseURL,
}) => {
  const { violations } = await watch(context, baseURL!);
  const page = await context.newPage();
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
