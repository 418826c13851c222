import { expect, test } from "@playwright/test";
import { findAccount } from "../db/queries/find-account";
import type { Store } from "../db/store";
import { ACTOR_ROLES, type ActorRole, reaches } from "../domain/actor";
import { ACCOUNT_ACTIONS } from "./account-actions";
import type { ActionTable, Ground } from "./action-row";
import { ARTICLE_ACTIONS } from "./article-actions";
import { askRoute, WAYS, type Way } from "./ask-route";
import { accountCalls, builtActions, builtRoutes } from "./built-endpoints";
import { type Caller, makeCallers } from "./callers";
import { IMPORT_ACTIONS } from "./import-actions";
import { INCIDENT_ACTIONS } from "./incident-actions";
import { contentsOf, gazetteerOf } from "./ledger-contents";
import { author, makeCases, openLedger, tidyUp, WORDS } from "./protected-cases";
import { ROUTES } from "./route-table";
import { OWN, sendAction, sendPlainForm } from "./send-action";

const ACTIONS: ActionTable = {
  ...ACCOUNT_ACTIONS,
  ...ARTICLE_ACTIONS,
  ...IMPORT_ACTIONS,
  ...INCIDENT_ACTIONS,
};
const REFUSALS = ["not_allowed", "account.signed_out"];
/** A page that has only the actions of every page. Next would pass others on, but without the length of their body. */
const ELSEWHERE = "/corrections";
const NOTHING = "{}";
/** The one route handler that does something: it ends a session. */
const SIGN_OUT = "/sign-out";
const METHODS = ["HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const FOREIGN = [
  "null",
  "http://evil.example",
  OWN.replace(/\d+$/, "1"),
  OWN.replace("http", "https"),
];
/** Where the library for accounts would answer. */
const LIBRARY = [
  ...["get-session", "sign-up/email", "sign-in/email", "change-password", "reset-password", "ok"],
  ...["admin/list-users", "admin/set-role", "admin/impersonate-user"],
  ...["two-factor/disable", "two-factor/verify-totp", "two-factor/verify-backup-code"],
].map((path) => `/api/auth/${path}`);

let store: Store;
let ground: Ground;
let gazetteer: string;
const everybody = new Map<ActorRole, Caller>();
/** What is fetched ahead of each address as nobody: the same for whoever asks. */
const shapes = new Map<string, Promise<{ text: string }>>();
const nameOf = (role: ActorRole) => (role === "public" ? "nobody" : role);

test.beforeAll(async () => {
  store = await openLedger();
  gazetteer = await gazetteerOf(store);
  const inviting = await findAccount(store, author, "admin@example.org");
  const callers = makeCallers(store, inviting!);
  for (const role of ACTOR_ROLES) everybody.set(role, await callers.add(role));
  const admin = await callers.add("admin");
  const cases = await makeCases(store, everybody.get("researcher")!, admin);
  ground = { store, cases, callers, admin };
});

test.afterAll(async () => {
  await tidyUp(store);
  await store.close();
});

async function shapeFor(path: string, way: Way): Promise<string> {
  const key = `${way} ${path}`;
  const nobody = everybody.get("public")!.request;
  if (!shapes.has(key)) shapes.set(key, askRoute(nobody, path, way));
  return (await shapes.get(key)!).text;
}

/** The words in an answer that its reader may not read; in a refusal none may stand. */
function leaked(text: string, caller: Caller, isRefusal = false): string[] {
  return Object.entries(WORDS).flatMap(([word, least]) =>
    text.includes(word) && (isRefusal || !reaches(caller, least)) ? [word] : [],
  );
}

test("every page, route handler and action of the build is in the tables, and nothing else is", () => {
  expect(builtRoutes()).toEqual([...new Set(ROUTES.map(({ route }) => route))].sort());
  expect([...builtActions().keys()].sort()).toEqual(Object.keys(ACTIONS).sort());
});

test("nothing of the library for accounts answers, and the program calls no more of it than this", async () => {
  expect(accountCalls()).toEqual({
    called: [
      "changePassword",
      "disableTwoFactor",
      "enableTwoFactor",
      "getSession",
      "signInEmail",
      "signOut",
      "verifyBackupCode",
      "verifyPassword",
      "verifyTOTP",
    ],
    mounts: [],
  });
  const below = builtRoutes().filter((route) => /^\/(api|auth)\b/.test(route));
  expect(below.filter((route) => !/^\/api\/(page|v1\/.+)$/.test(route))).toEqual([]);
  const before = await contentsOf(store);
  const ask = async ({ request, role }: Caller, path: string) => {
    const post = (origin: string) => {
      const headers = { origin, "content-type": "application/json", "content-length": "2" };
      return request.send("POST", path, headers, NOTHING);
    };
    const message = `${path} as ${nameOf(role)}`;
    expect((await request.get(path)).status, message).toBe(404);
    expect((await post(OWN)).status, message).toBe(404);
    expect((await post("http://evil.example")).status, message).toBe(403);
  };
  for (const path of LIBRARY)
    await Promise.all([...everybody.values()].map((caller) => ask(caller, path)));
  expect(await contentsOf(store)).toBe(before);
});

for (const [at, role] of ACTOR_ROLES.entries())
  test(`every page and route handler is to ${nameOf(role)} what the table says, however it is asked for`, async () => {
    const caller = everybody.get(role)!;
    const nobody = everybody.get("public")!;
    const ways = Object.keys(WAYS) as Way[];
    // One caller for all ways would have to wait: downloads are limited.
    const askers = new Map<Way, Caller>([["document", caller]]);
    for (const way of ways.filter((one) => one !== "document"))
      askers.set(way, await ground.callers.add(role));
    const seen = new Set<string>();
    const before = await contentsOf(store);
    for (const { route, path: pathFor, outcomes, inFlight, isDrawnAhead } of ROUTES) {
      const path = pathFor(ground.cases);
      const expected = outcomes[at]!;
      const ask = async (way: Way) => {
        const { outcome, text } = await askRoute(askers.get(way)!.request, path, way);
        const message = `${path}, ${way}, as ${nameOf(role)}`;
        expect.soft(leaked(text, caller, expected !== 200), message).toEqual([]);
        for (const word of leaked(text, nobody)) seen.add(word);
        if (isDrawnAhead) return;
        if (way === "document") expect.soft(outcome, message).toBe(expected);
        else if (way === "flight" || !route.endsWith("/page"))
          expect.soft(outcome, message).toBe(inFlight ?? expected);
        // Of a page that is drawn anew for each reader, what is fetched ahead may break off before it decides.
        else if (way === "prefetch at run time")
          expect.soft([200, expected], message).toContain(outcome);
        // Only the shape of the address, the same for all.
        else expect.soft(text, message).toBe(await shapeFor(path, way));
      };
      await Promise.all(ways.map(ask));
    }
    const may = Object.entries(WORDS).flatMap(([word, least]) =>
      reaches(caller, least) ? [word] : [],
    );
    expect([...seen].sort(), "the words that the pages hold").toEqual(may.sort());
    expect(await contentsOf(store)).toBe(before);
  });

for (const role of ["public", "admin"] as const)
  test(`methods that no page is meant for change nothing and tell nothing to ${nameOf(role)}`, async () => {
    const caller = await ground.callers.add(role);
    const before = await contentsOf(store);
    const first = new Map(ROUTES.toReversed().map((row) => [row.route, row]));
    for (const { path: pathFor, outcomes, isDrawnAhead } of first.values()) {
      const path = pathFor(ground.cases);
      if (path === SIGN_OUT) continue;
      const ask = async (method: string) => {
        const headers = { origin: OWN };
        const asked = await askRoute(caller.request, path, "document", { method, headers });
        const message = `${method} ${path} as ${nameOf(role)}`;
        expect.soft(leaked(asked.text, caller), message).toEqual([]);
        if (method !== "HEAD") return;
        expect.soft(asked.text, message).toBe("");
        if (isDrawnAhead) return;
        expect.soft(asked.outcome, message).toBe(outcomes[ACTOR_ROLES.indexOf(role)]);
      };
      await Promise.all(METHODS.map(ask));
    }
    expect(await contentsOf(store)).toBe(before);
  });

test("no page or route handler answers another site, or under another name", async () => {
  const admin = everybody.get("admin")!;
  for (const { path: pathFor } of ROUTES) {
    const path = pathFor(ground.cases);
    const ask = (headers: Record<string, string>) =>
      askRoute(admin.request, path, "document", { headers });
    for (const origin of FOREIGN.slice(1)) {
      const asked = await ask({ origin });
      expect(asked.outcome, `${path} from ${origin}`).toBe(403);
      expect(leaked(asked.text, admin, true)).toEqual([]);
    }
    const asked = await ask({ host: "evil.example" });
    expect(asked.outcome, `${path} of evil.example`).toBe(421);
    expect(leaked(asked.text, admin, true)).toEqual([]);
  }
});

test("signing out is refused to another site, and ends one's own session and no other", async () => {
  const caller = await ground.callers.add("viewer");
  const other = await ground.callers.again(caller);
  const isIn = async ({ request }: Caller) =>
    (await askRoute(request, "/account", "document")).outcome === 200;
  const signOut = (request: Caller["request"], origin: string | undefined) => {
    const headers: Record<string, string> = origin === undefined ? {} : { origin };
    return askRoute(request, SIGN_OUT, "document", { method: "POST", headers });
  };
  for (const origin of [undefined, ...FOREIGN])
    expect((await signOut(caller.request, origin)).outcome, `origin ${origin}`).toBe(403);
  expect(await isIn(caller)).toBe(true);
  await signOut(caller.request, OWN);
  expect([await isIn(caller), await isIn(other)]).toEqual([false, true]);
  const nobody = everybody.get("public")!.request;
  expect((await signOut(nobody, OWN)).outcome).toBe("/sign-in");
});

for (const [name, { least, leavesNoTrace, call }] of Object.entries(ACTIONS)) {
  const idOf = () => builtActions().get(name)!;

  test(`${name} works for ${nameOf(least)}, and refuses and tells nothing to whoever is less`, async () => {
    for (const caller of everybody.values()) {
      const message = `as ${nameOf(caller.role)}`;
      const { as: { request } = caller, ...sent } = await call(ground, caller);
      const before = await contentsOf(store);
      if (reaches(caller, least)) {
        const { status, codes, result, to } = await sendAction(request, idOf(), sent);
        expect({ status, codes }, message).toEqual({ status: 200, codes: [] });
        expect(to ?? result, message).not.toBeNull();
        if (!leavesNoTrace) expect(await contentsOf(store), message).not.toBe(before);
        continue;
      }
      const answer = await sendAction(request, idOf(), sent);
      expect(answer.status, message).toBe(200);
      expect(REFUSALS, message).toContain(answer.codes.join());
      const elsewhere = await sendAction(request, idOf(), { ...sent, page: ELSEWHERE });
      const came = elsewhere.result === null ? elsewhere.text : elsewhere.codes.join();
      expect([NOTHING, ...REFUSALS], `${message}, elsewhere`).toContain(came);
      expect(leaked(answer.text + elsewhere.text, caller), message).toEqual([]);
      expect(leaked(await sendPlainForm(request, idOf(), sent), caller), message).toEqual([]);
      expect(await contentsOf(store), message).toBe(before);
    }
  });

  test(`${name} is refused to another site, and where no site is named`, async () => {
    const admin = everybody.get("admin")!;
    const { as: { request } = admin, ...sent } = await call(ground, admin);
    const before = await contentsOf(store);
    for (const origin of [undefined, ...FOREIGN]) {
      const headers: Record<string, string> = origin === undefined ? {} : { origin };
      const answer = await sendAction(request, idOf(), sent, headers);
      expect(answer.status, `origin ${origin}`).toBe(403);
      expect(answer.text).toBe("Forbidden: the request was sent by another site.\n");
    }
    expect(await contentsOf(store)).toBe(before);
  });
}

test("a plain form reaches an action, so that those refused above were", async () => {
  const researcher = everybody.get("researcher")!;
  for (const name of ["new/actions.ts logCase", "[ref]/add-source/actions.ts addClaims"]) {
    const action = `app/incidents/${name}`;
    const sent = await ACTIONS[action]!.call(ground, researcher);
    const before = await contentsOf(store);
    await sendPlainForm(researcher.request, builtActions().get(action)!, sent);
    expect(await contentsOf(store), action).not.toBe(before);
  }
});

test("and the gazetteer is as it was", async () => {
  expect(await gazetteerOf(store)).toBe(gazetteer);
});
