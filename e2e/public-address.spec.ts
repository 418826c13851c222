import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { listAccess } from "../db/queries/list-access";
import { ACCESS_TABLE } from "../domain/access-table";
import { parseTableRequest } from "../domain/table-params";
import { inLedger } from "./in-ledger";
import { type OwnServer, startServer } from "./own-server";
import { type PlainClient, plainClient } from "./plain-client";
import { addAccount, addFirstAdmin, codeOf, PASSWORD } from "./sign-in";

const ADDRESS = "https://cases.example.org";
const EMAIL = "far-away@example.org";
/** Another, without a second factor throughout. */
const NEAR = "near-by@example.org";
const folder = mkdtempSync(join(tmpdir(), "ledger-public-address-"));
const database = `file:${join(folder, "ledger.db")}`;
const accessed = parseTableRequest(ACCESS_TABLE, new URLSearchParams("sort=at&size=100")).request;
let server: OwnServer;

test.beforeAll(async () => {
  server = await startServer("public address", {
    DATABASE_URL: database,
    PUBLIC_ADDRESS: ADDRESS,
    TRUSTED_PROXIES: "127.0.0.1",
  });
  await inLedger(async (store) => {
    const admin = await addFirstAdmin(store);
    await addAccount(store, admin.id, "researcher", "Far Away");
    await addAccount(store, admin.id, "viewer", "Near By");
  }, database);
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const signIn = async (client: PlainClient, email: string, password = PASSWORD) =>
  (await client.form("/sign-in", "password"))({ email, password });
const copyOf = ({ cookies }: PlainClient) => {
  const copy = plainClient(server.at, ADDRESS);
  for (const [name, value] of cookies) copy.cookies.set(name, value);
  return copy;
};
const lastAccesses = async (count: number) => {
  const admin = { id: "test", role: "admin" } as const;
  const { rows } = await inLedger((store) => listAccess(store, admin, accessed), database);
  return rows.slice(-count);
};

test("where others reach it, nothing unpublished opens without the second factor", async () => {
  const client = plainClient(server.at, ADDRESS);
  expect((await signIn(client, EMAIL)).status).toBe(303);
  for (const path of ["/review", "/incidents/new", "/sources/new"])
    expect((await client.get(path)).headers.location, path).toBe("/account");
  expect((await client.get("/incidents")).body).not.toContain("/incidents/new");

  const begun = await (await client.form("/account", "password"))({ password: PASSWORD });
  const key = /<code class="break-all">([A-Z2-7]+)<\/code>/.exec(begun.body)?.[1] ?? "";
  expect(key).toMatch(/^[A-Z2-7]{32,}$/);
  const code = codeOf(key, Date.now());
  const on = await client.formIn("/account", begun.body, "code")({ code });
  expect(on.body).toContain("On. Every sign-in asks for a code.");
  expect((await client.get("/review")).status).toBe(200);
  expect((await lastAccesses(1))[0]?.action).toBe("factor_on");

  // Whoever saw the code and knows the password does not come in with it.
  const other = plainClient(server.at, ADDRESS);
  expect((await signIn(other, EMAIL)).headers.location).toContain("/sign-in/code");
  const refused = await (await other.form("/sign-in/code", "code"))({ code });
  expect(refused.body).toContain("Each code is good once, and this one was used.");
  expect((await other.get("/account")).headers.location).toContain("/sign-in");

  // To sign in anew in the same browser ends the session there was.
  const before = copyOf(client);
  const form = (await other.get("/sign-in")).body;
  await client.formIn("/sign-in", form, "password")({ email: EMAIL, password: PASSWORD });
  expect((await before.get("/account")).headers.location).toContain("/sign-in");
});

test("whoever knows the password guesses codes no faster by giving it anew each time", async () => {
  const guess = async () => {
    const guesser = plainClient(server.at, ADDRESS);
    await signIn(guesser, EMAIL);
    return (await (await guesser.form("/sign-in/code", "code"))({ code: "000000" })).body;
  };
  for (let tries = 0; tries < 5; tries++) await guess();
  expect(await guess()).toMatch(/Too many wrong attempts\. Try again in \d+ seconds/);
});

test("the cookie is for this very host, encrypted, and out of the reach of script", async () => {
  const client = plainClient(server.at, ADDRESS);
  const answer = await signIn(client, NEAR);
  const [session] = [answer.headers["set-cookie"] ?? []]
    .flat()
    .filter((line) => line.startsWith("__Host-ledger.session_token="));
  for (const attribute of ["Secure", "HttpOnly", "SameSite=lax", "Path=/"])
    expect(session).toMatch(new RegExp(`; ${attribute}(;|$)`, "i"));
  expect(session).not.toMatch(/domain=/i);
});

test("signing out ends the session itself, and the browser forgets what it showed", async () => {
  const client = plainClient(server.at, ADDRESS);
  await signIn(client, NEAR);
  const stolen = copyOf(client);
  expect((await stolen.get("/account")).status).toBe(200);
  const out = await client.post("/sign-out");
  expect(out.status).toBe(303);
  expect(out.headers["clear-site-data"]).toBe('"cache", "storage"');
  expect(client.cookies.size).toBe(0);
  expect((await lastAccesses(2)).map(({ action }) => action)).toEqual(["sign_in", "sign_out"]);
  expect((await stolen.get("/account")).headers.location).toContain("/sign-in");
});

test("signing in again ends the session there was in the same browser", async () => {
  const client = plainClient(server.at, ADDRESS);
  // As in another window, opened before.
  const again = await client.form("/sign-in", "password");
  await signIn(client, NEAR);
  const before = copyOf(client);
  await again({ email: NEAR, password: PASSWORD });
  expect((await client.get("/account")).status).toBe(200);
  expect((await before.get("/account")).headers.location).toContain("/sign-in");
});

test("the address that the proxy forwards counts, and none that somebody claims under our own name", async () => {
  const headers = { "x-forwarded-for": "198.51.100.4", "x-ledger-address": "203.0.113.9" };
  const client = plainClient(server.at, ADDRESS, headers);
  await signIn(client, NEAR, "not the password at all");
  const [failed] = await lastAccesses(1);
  expect(failed).toMatchObject({ action: "sign_in_failed", actor: "", address: "198.51.100.4" });
});

test("browsers are told to come encrypted, also by a refusal", async () => {
  const client = plainClient(server.at, ADDRESS);
  const strict = "max-age=63072000; includeSubDomains";
  expect((await client.get("/incidents")).headers["strict-transport-security"]).toBe(strict);
  const refused = await client.get("/incidents", { host: "evil.example" });
  expect(refused.status).toBe(421);
  expect(refused.headers["strict-transport-security"]).toBe(strict);
  expect(refused.headers["content-security-policy"]).toContain("default-src 'none'");
  expect(refused.headers["x-content-type-options"]).toBe("nosniff");
});

test("whoever asks too much has to wait, and nobody else does", async () => {
  const hasty = plainClient(server.at, ADDRESS, { "x-forwarded-for": "198.51.100.77" });
  const answers: Awaited<ReturnType<typeof hasty.get>>[] = [];
  const refused = () => answers.find(({ status }) => status === 429);
  for (let round = 0; round < 60 && !refused(); round++)
    answers.push(
      ...(await Promise.all(Array.from({ length: 20 }, () => hasty.get("/_next/static/none")))),
    );
  expect(answers.filter(({ status }) => status === 404).length).toBeGreaterThanOrEqual(400);
  // Of the answer itself: a moment later there may be room for one more.
  expect(refused()?.headers["retry-after"]).toBe("1");
  const other = plainClient(server.at, ADDRESS, { "x-forwarded-for": "198.51.100.78" });
  expect((await other.get("/incidents")).status).toBe(200);
});

test("its files are for the account that runs it alone", () => {
  test.skip(process.platform === "win32", "Windows has no such modes.");
  const files = readdirSync(folder).filter((name) => name.includes(".db"));
  expect(files).toContain("ledger.db");
  expect(files).toContain("ledger.public.db");
  for (const name of files) {
    // What this test itself opened takes its mode from the database.
    const mode = statSync(join(folder, name)).mode & 0o077;
    expect(mode, name).toBe(0);
  }
});
