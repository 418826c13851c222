import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { publishPending, type Stores } from "../db/commands/publish-pending";
import { retractIncident } from "../db/commands/retract-incident";
import { unpublishIncident } from "../db/commands/unpublish-incident";
import { getIncident } from "../db/queries/get-incident";
import { publish } from "../db/testing-publication";
import { attack, formOf } from "./attacks";
import { newLedger, reviewer, writer } from "./build-world";
import { COUNT, canariesIn, DAY, NAMES, PLACED, SHOWN, STEM, word } from "./canaries";
import { EMAIL, logCanaries, publishCanary } from "./canary-case";
import type { OwnServer } from "./own-server";
import {
  incidentAddresses,
  listAddresses,
  pageAddresses,
  sourceAddresses,
} from "./public-addresses";
import { ask, crawl, startSteadyServer, steady, visit } from "./visitor";

const folder = process.env.LEDGER_E2E_FOLDER!;
const file = (name: string) => `file:${join(folder, `${name}.db`)}`;

/** Like the references of the tests, but of nothing that was ever there. */
const ABSENT = "INC-ZZZZZZ";

test.describe.configure({ mode: "serial" });

let stores: Stores;
let server: OwnServer;
let made: Awaited<ReturnType<typeof logCanaries>>;

test.beforeAll(async () => {
  stores = await newLedger(file("canary"));
  made = await logCanaries(stores);
  server = await startSteadyServer("canary", file("canary"));
});

test.afterAll(async () => {
  await server?.stop();
  await stores?.internal.close();
  await stores?.public.close();
});

/** Whatever lies beside the store under a name that begins with that of its file, journal included. */
function bytesOf(name: string): Buffer {
  const names = readdirSync(folder).filter((one) => one.startsWith(`${name}.db`));
  expect(names).toContain(`${name}.db`);
  return Buffer.concat(names.map((one) => readFileSync(join(folder, one))));
}

/** As long as the server reads the file, what was taken off is left in its journal, and the next call goes on. */
async function expectGone(): Promise<void> {
  const left = async () => {
    await publishPending(stores);
    return canariesIn(bytesOf("canary.public"), made.secrets);
  };
  await expect.poll(left).toEqual([]);
}

/** What visitors get of canaries at the addresses; without: at all that there are for them. */
async function seen(by: OwnServer, at?: readonly string[]): Promise<string[]> {
  const every = at ?? [...listAddresses(), ...(await pageAddresses(stores.public))];
  const answers = await crawl(by, every);
  return [...answers].flatMap(([address, answer]) => found(address, answer));
}

function found(address: string, answer: string): string[] {
  return canariesIn(Buffer.from(answer, "latin1"), made.secrets).map((one) => `${address}: ${one}`);
}

test("every canary is there, and a visitor's page has room for it", async () => {
  const inside = canariesIn(bytesOf("canary"), made.secrets);
  for (const one of [...PLACED.map(word), ...NAMES, DAY, String(COUNT)])
    expect(inside).toContain(one);
  for (const one of made.secrets) expect(inside).toContain(one);
  const view = await getIncident(stores.internal, writer, made.ref);
  expect(canariesIn(Buffer.from(JSON.stringify(view)))).toEqual(
    expect.arrayContaining([word("publisher"), word("statement"), word("label"), "Erenhot", DAY]),
  );
  const page = await visit(server, `/incidents/${made.ref}`);
  expect(page).toContain("Forty held at the harbour");
  expect(page).toContain("Harbour Post");
});

test("no answer to a visitor holds one, whatever is asked", async () => {
  expect(await seen(server)).toEqual([]);
  const hidden = [
    ...made.hidden.flatMap((ref) => incidentAddresses(ref).map((at) => [ref, at] as const)),
    ...sourceAddresses(made.witness.ref).map((at) => [made.witness.ref, at] as const),
  ];
  for (const [ref, address] of hidden)
    expect(found(address, unnamed(await visit(server, address), ref))).toEqual([]);
  for (const q of [STEM, "Erenhot", "Kiribati", "1987", "791937"])
    for (const at of [
      "/incidents",
      "/groups",
      "/locations",
      "/sources",
      "/suggest/places",
      "/suggest/sources",
    ])
      expect(found(at, unnamed(await visit(server, `${at}?q=${q}`), q))).toEqual([]);
});

test("no answer to a malformed, forged or foreign request holds one, and no line of the log", async () => {
  const [ref] = made.hidden as [string];
  const answers = await attack(server, ref);
  const statuses = [400, 401, 403, 404, 405, 411, 413, 421, 431, 500];
  expect([...new Set([...answers.values()].map(({ status }) => status))]).toEqual(
    expect.arrayContaining(statuses),
  );
  const toAbsent = await attack(server, ABSENT);
  for (const [name, answer] of answers) {
    const text = unnamed(steady(answer), ref);
    expect(found(name, text)).toEqual([]);
    expect(text, name).toBe(unnamed(steady(toAbsent.get(name)!), ABSENT));
  }
  const known = await signInAs(EMAIL);
  expect(known).toContain("NAME");
  expect(known).toBe(await signInAs(EMAIL.replace("account", "unknown")));
  expect(server.output()).toContain("is ready on");
  expect(found("log", server.output())).toEqual([]);
});

test("no file of the public store holds one, nor those that were public and are taken back", async () => {
  expect(canariesIn(bytesOf("canary.public"), made.secrets)).toEqual([]);
  const ref = await publishCanary(stores);
  const path = `/incidents/${ref}`;
  const pages = [
    "/incidents",
    "/incidents.csv",
    "/groups",
    "/sources",
    path,
    `${path}/editions/1`,
    "/export/case-summary",
  ];
  expect(canariesIn(bytesOf("canary.public"), made.secrets)).toEqual(
    [STEM, ...SHOWN.map(word)].sort(),
  );
  for (const page of pages) expect(await seen(server, [page]), page).not.toEqual([]);
  await unpublishIncident(stores.internal, { ref, reason: word("why") }, reviewer);
  await expectGone();
  expect(await seen(server, pages)).toEqual([]);
  await publish(stores.internal, ref);
  await publishPending(stores);
  const { version } = (await getIncident(stores.internal, writer, ref))!;
  const reason = "The report was withdrawn.";
  await retractIncident(stores.internal, { ref, version, reason }, reviewer);
  await publishPending(stores);
  expect(await visit(server, path)).toContain(reason);
  await expectGone();
  expect(await seen(server)).toEqual([]);
});

test("the public file served on its own holds none", async () => {
  copyFileSync(join(folder, "canary.public.db"), join(folder, "canary-site.db"));
  const site = await startSteadyServer("canary site", file("canary-site"), {
    LEDGER_MODE: "public",
  });
  try {
    expect(await seen(site)).toEqual([]);
    expect(found("log", site.output())).toEqual([]);
  } finally {
    await site.stop();
  }
});

/** What comes of a wrong password, with the address that was typed taken out. */
async function signInAs(email: string): Promise<string> {
  const page = await visit(server, "/sign-in");
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)];
  const fields = hidden.map(
    ([, name, value = ""]) => [name!, value.replaceAll("&quot;", '"')] as const,
  );
  const { type, body } = formOf([...fields, ["email", email], ["password", "not the password"]]);
  const headers = { origin: `http://127.0.0.1:${server.port}`, "content-type": type };
  return steady(await ask(server, "/sign-in", { method: "POST", headers, body })).replaceAll(
    email,
    "NAME",
  );
}

/** Without what was asked for, which an answer may repeat: letter by letter where a text stood in for an object. */
function unnamed(answer: string, name: string): string {
  const spelled = JSON.stringify({ ...[...name] }).slice(1, -1);
  return answer.replaceAll(new RegExp(name, "gi"), "REF").replaceAll(spelled, "REF");
}
