import { setTimeout } from "node:timers/promises";
import {
  type APIRequestContext,
  type APIResponse,
  expect,
  type PlaywrightWorkerArgs,
  test,
} from "@playwright/test";
import { findAccount } from "../db/queries/find-account";
import { inLedger } from "./in-ledger";
import { expectGoodScreen } from "./screens";
import { addAccount, PASSWORD, pageOf } from "./sign-in";

const admin = { id: "test", role: "admin" } as const;
const NOBODY = { cookies: [], origins: [] };
const LISTS = ["incidents", "groups", "events", "claims", "sources", "locations"];
const FILES = [
  ["incidents.json", "application/json"],
  ["incidents.ndjson", "application/x-ndjson"],
  ["incidents.geojson", "application/geo+json"],
  ["sources.csl.json", "application/vnd.citationstyles.csl+json"],
  ["sources.bib", "application/x-bibtex; charset=utf-8"],
] as const;
test.use({ storageState: NOBODY });

function program(
  playwright: PlaywrightWorkerArgs["playwright"],
  baseURL: string | undefined,
  token: string | null,
) {
  const extraHTTPHeaders: Record<string, string> =
    token === null ? {} : { authorization: `Bearer ${token}` };
  return playwright.request.newContext({ baseURL, storageState: NOBODY, extraHTTPHeaders });
}

function addReader(role: "viewer" | "researcher", name: string): Promise<string> {
  return inLedger(async (store) => {
    const id = await findAccount(store, admin, "admin@example.org");
    return (await addAccount(store, id!, role, name)).email;
  });
}

/** Visitors share what all specs ask for; whoever asked too fast waits. */
async function ask(request: APIRequestContext, path: string): Promise<APIResponse> {
  for (;;) {
    const answer = await request.get(path);
    if (answer.status() !== 429) return answer;
    await setTimeout(Number(answer.headers()["retry-after"]) * 1000);
  }
}

const problem = async (answer: APIResponse) => {
  expect(answer.headers()["content-type"]).toBe("application/problem+json");
  const { status, code, issues } = await answer.json();
  expect(status).toBe(answer.status());
  return [code, ...issues.map((issue: { path: string; code: string }) => issue.code)];
};

test("a program reads what its reader may, page by page and as files", async ({
  browser,
  playwright,
  baseURL,
}) => {
  const visitor = await program(playwright, baseURL, null);
  const viewer = (await pageOf(browser, await addReader("viewer", "api viewer"))).request;
  const page = await pageOf(browser, await addReader("researcher", "api researcher"));
  const researcher = page.request;
  const readers = { visitor, viewer, researcher };
  const totals: Record<string, number> = {};
  for (const [who, request] of Object.entries(readers)) {
    for (const list of LISTS) {
      const path = `/api/v1/${list}?province=CN-YN&limit=2`;
      const answer = await ask(request, path);
      expect(answer.status(), `${path} to ${who}`).toBe(200);
      const { etag } = answer.headers();
      expect(answer.headers()["access-control-allow-origin"]).toBeUndefined();
      const again = await request.get(path, { headers: { "if-none-match": etag! } });
      expect([again.status(), await again.text()], path).toEqual([304, ""]);
      const head = await request.head(path);
      expect([head.status(), head.headers().etag], path).toEqual([200, etag]);
      const { incidents, data, next } = await answer.json();
      totals[who] = incidents.total;
      if (next !== null) {
        const other = await (await request.get(next)).json();
        expect(other.data[0], next).not.toEqual(data[0]);
      }
    }
    const facets = await (await request.get("/api/v1/facets?province=CN-YN")).json();
    expect(facets.incidents.total).toBe(totals[who]);
    const features = await request.get("/export/incidents.geojson?province=CN-YN");
    expect((await features.json()).features).toHaveLength(totals[who]!);
  }
  expect(totals.visitor).toBeLessThanOrEqual(totals.viewer!);
  expect(totals.viewer).toBeLessThanOrEqual(totals.researcher!);
  expect(totals.researcher).toBeGreaterThan(0);

  for (const [file, type] of FILES) {
    const path = `/export/${file}?province=CN-YN`;
    const answer = await researcher.get(path);
    expect([answer.status(), answer.headers()["content-type"]], path).toEqual([200, type]);
    expect(answer.headers()["content-disposition"]).toMatch(/^attachment; filename="\w+-\d{4}-/);
    expect((await researcher.head(path)).headers()["content-type"]).toBe(type);
    const refused = await researcher.get(`${path}&type=arest&colour=red`);
    expect(refused.status()).toBe(400);
    expect((await refused.json()).error.issues).toHaveLength(2);
  }

  const { data } = await (await researcher.get("/api/v1/incidents?province=CN-YN&limit=1")).json();
  const [{ reference, sources }] = data;
  const one = await researcher.get(`/api/v1/incidents/${reference}`);
  expect(await one.json()).toEqual(data[0]);
  expect((await researcher.get(`/api/v1/sources/${sources[0].reference}`)).status()).toBe(200);
  for (const id of ["CN-YN/kunming", "CN-YN%2Fkunming"]) {
    const place = await (await ask(visitor, `/api/v1/locations/${id}`)).json();
    expect([200, 404], id).toContain(place.status ?? 200);
    expect((await (await researcher.get(`/api/v1/locations/${id}`)).json()).name_zh).toBe("昆明");
  }
  await page.close();
});

test("what is wrong is refused in one form", async ({ playwright, baseURL }) => {
  const visitor = await program(playwright, baseURL, null);
  const wrong = await program(playwright, baseURL, "ledger_guessed");
  const get = async (path: string) => problem(await ask(visitor, path));
  expect(await get("/api/v1/incidents?province=CN-QQ&page=2&limit=0&cursor=x")).toEqual([
    "invalid_input",
    "filter.unknown_parameter",
    "limit.not_a_limit",
    "filter.unknown_province",
    "cursor.unreadable",
  ]);
  expect(await get("/api/v1/facets?sort=title")).toEqual([
    "invalid_input",
    "filter.unknown_parameter",
  ]);
  for (const path of ["incidents/INC-222222", "sources/x", "locations/nowhere", "nothing", "a/b"])
    expect(await get(`/api/v1/${path}`), path).toEqual(["not_found"]);
  const refused = await wrong.get("/api/v1/incidents");
  expect(await problem(refused)).toEqual(["sign_in"]);
  expect(refused.headers()["www-authenticate"]).toContain("Bearer");
  expect((await visitor.post("/api/v1/incidents", { data: {} })).status()).toBe(403);
});

test("a token of the scope read gives parts, and never all", async ({
  browser,
  playwright,
  baseURL,
}) => {
  const page = await pageOf(browser, await addReader("researcher", "api token owner"));
  await page.goto("/account");
  const tokens: Record<string, string> = {};
  for (const scope of ["read", "export"]) {
    await page.getByLabel("What it is for").fill(`api ${scope}`);
    await page.getByLabel("What it opens").selectOption(scope);
    await page.getByLabel("Days until it ends").fill("1");
    await page.locator("#token-password").fill(PASSWORD);
    await page.getByRole("button", { name: "Make a token" }).click();
    tokens[scope] = await page.locator("p.select-all").innerText();
    await page.reload();
  }
  const reading = await program(playwright, baseURL, tokens.read!);
  const exporting = await program(playwright, baseURL, tokens.export!);
  expect(await problem(await reading.get("/api/v1/claims?limit=1"))).toEqual(["full_export"]);
  expect((await reading.get("/export/incidents.json")).status()).toBe(403);
  expect((await exporting.get("/api/v1/claims?limit=1")).status()).toBe(200);
  const all = await (await exporting.get("/export/incidents.json")).json();
  const first = await (await exporting.get("/api/v1/incidents?limit=1")).json();
  expect(all.incidents).toHaveLength(first.incidents.total);
  expect(all.incidents[0]).toEqual(first.data[0]);
  const part = await reading.get(`/api/v1/incidents/${first.data[0].reference}`);
  expect(await part.json()).toEqual(first.data[0]);
  await page.close();
});

test("the page of the API says what its document says", async ({ page }) => {
  await page.goto("/api");
  await expect(page.getByRole("heading", { name: "API", level: 1 })).toBeVisible();
  await expect(page.getByText("/api/v1/incidents/{ref}")).toBeVisible();
  const answer = page.getByRole("region", { name: "Facets" });
  await expect(answer).toBeHidden();
  await page.getByRole("link", { name: "Facets" }).click();
  await expect(answer.getByText("helpers", { exact: true })).toBeVisible();
  await expectGoodScreen(page);
  const document = await (await page.request.get("/api/v1/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths)).toHaveLength(10);
});
