import { createToken } from "../db/commands/create-token";
import { invite } from "../db/commands/invite";
import { makeFeed } from "../db/commands/make-feed";
import { saveView } from "../db/commands/save-view";
import { listAccounts } from "../db/queries/list-accounts";
import { listSessions } from "../db/queries/list-sessions";
import { listTokens } from "../db/queries/list-tokens";
import { writeSampleRefs } from "../db/sample-cases";
import type { ActionTable, Ground } from "./action-row";
import type { Caller } from "./callers";
import { author, logCase } from "./protected-cases";
import { codeOf, PASSWORD } from "./sign-in";

const ACCOUNT = "app/account/actions.ts";
const ADMIN = "app/admin/actions.ts";
const VIEWS = "app/views/actions.ts";

/** The actions about accounts and settings. */
export const ACCOUNT_ACTIONS: ActionTable = {
  [`${ACCOUNT} factorAction`]: {
    least: "viewer",
    call: async ({ callers }, caller) => {
      const page = "/account";
      const state = { step: "confirm", issues: [] };
      // Nobody has a key of their own; but the code of a second step must not be good here.
      if (caller.role === "public") {
        const { code, ...as } = await callers.halfway(caller);
        return { page, as, state, form: { code } };
      }
      const as = await callers.add(caller.role);
      const code = codeOf(await callers.beginFactor(as), Date.now());
      return { page, as, state, form: { code } };
    },
  },
  [`${ACCOUNT} stopFactorAction`]: {
    least: "viewer",
    call: async ({ callers }, { role }) => {
      const page = "/account";
      if (role === "public") return { page, form: { password: PASSWORD, code: "123456" } };
      const { key, ...as } = await callers.addWithFactor(role);
      // The present code was spent to switch it on.
      const code = codeOf(key, Date.now() + 30_000);
      return { page, as, form: { password: PASSWORD, code } };
    },
  },
  [`${ACCOUNT} changePasswordAction`]: {
    least: "viewer",
    call: async ({ callers }, { role }) => {
      const password = "six other words than that before";
      return {
        page: "/account",
        as: await callers.add(role),
        form: { current: PASSWORD, password, again: password },
      };
    },
  },
  [`${ACCOUNT} endSessionAction`]: {
    least: "viewer",
    call: async ({ store, callers, admin }, { role }) => {
      const owner = role === "public" ? admin : await callers.add(role);
      const [session] = await listSessions(store, { id: owner.id, role: owner.role });
      const as = role === "public" ? undefined : owner;
      return { page: "/account", as, form: { id: session!.id } };
    },
  },
  [`${ACCOUNT} createTokenAction`]: {
    least: "viewer",
    call: async () => ({
      page: "/account",
      form: { name: "a script", scope: "read", days: "1", password: PASSWORD },
    }),
  },
  [`${ACCOUNT} revokeTokenAction`]: {
    least: "viewer",
    call: async ({ store, admin }, caller) => {
      const owner = caller.role === "public" ? admin : caller;
      const actor = { id: owner.id, role: owner.role };
      await createToken(store, { name: "a script", scope: "read", days: "1" }, actor);
      const [token] = await listTokens(store, actor);
      return { page: "/account", form: { id: token!.id } };
    },
  },
  [`${ADMIN} inviteAction`]: {
    least: "admin",
    call: async (_ground, { role }) => ({
      page: "/admin",
      form: { email: `invited-by-${role}@example.org`, role: "admin", password: PASSWORD },
    }),
  },
  [`${ADMIN} withdrawAction`]: {
    least: "admin",
    call: async ({ store }) => {
      const email = `withdrawn-${Date.now()}@example.org`;
      await invite(store, { email, role: "viewer" }, author);
      const { invitations } = await listAccounts(store, author);
      const { id } = invitations.find((invitation) => invitation.email === email)!;
      return { page: "/admin", form: { id } };
    },
  },
  [`${ADMIN} changeAccountAction`]: {
    least: "admin",
    call: async ({ callers }, caller) => {
      // Whoever may not would make themselves admin.
      const { id } = caller.role === "admin" ? await callers.add("viewer") : caller;
      const form = { id, change: "change_role", role: "admin", reason: "", password: PASSWORD };
      return { page: "/admin", form };
    },
  },
  [`${VIEWS} saveViewAction`]: {
    least: "viewer",
    call: async (_ground, { role }) => ({
      page: "/incidents",
      form: { name: `Saved by ${role} ${Date.now()}`, query: "type=arrest" },
    }),
  },
  [`${VIEWS} changeViewAction`]: {
    least: "viewer",
    call: async (ground, caller) => {
      const id = await newView(ground, caller);
      return { page: "/views", form: { id, name: `Renamed by ${caller.role} ${Date.now()}` } };
    },
  },
  [`${VIEWS} deleteViewAction`]: {
    least: "viewer",
    call: async (ground, caller) => ({
      page: "/views",
      form: { id: await newView(ground, caller) },
    }),
  },
  [`${VIEWS} makeFeedAction`]: {
    least: "viewer",
    call: async (ground, caller) => ({
      page: "/views",
      form: { id: await newView(ground, caller), password: PASSWORD },
    }),
  },
  [`${VIEWS} endFeedAction`]: {
    least: "viewer",
    call: async (ground, caller) => {
      const id = await newView(ground, caller);
      const { id: owner, role } = caller.role === "public" ? ground.admin : caller;
      await makeFeed(ground.store, { id }, { id: owner, role });
      return { page: "/views", form: { id } };
    },
  },
  "app/admin/samples/actions.ts removeSamplesAction": {
    least: "admin",
    call: async ({ store, cases }) => {
      // The specs that follow need the real ones: for this call a new case is the only sample.
      const ref = await logCase(store, cases.open.id, "as a sample");
      await store.tx((db) => writeSampleRefs(store, db, [ref]));
      return { page: "/admin/samples", form: { reason: "For a test.", confirmed: "yes" } };
    },
  },
  "app/confirm/actions.ts confirmAction": {
    least: "viewer",
    leavesNoTrace: true,
    call: async () => ({ page: "/confirm", form: { password: PASSWORD } }),
  },
  "app/invitation/[token]/actions.ts acceptAction": {
    least: "public",
    call: async ({ store, callers }, caller) => {
      const email = `accepted-by-${caller.role}-${Date.now()}@example.org`;
      const { token } = await invite(store, { email, role: "viewer" }, author);
      const name = `Caller accepted ${caller.role}`;
      return {
        page: `/invitation/${token}`,
        as: await callers.again(caller),
        form: { token, name, password: PASSWORD, again: PASSWORD },
      };
    },
  },
  "app/review/actions.ts settingAction": {
    least: "admin",
    call: async () => ({
      page: "/review",
      form: { name: "one_person_review", value: "true", reason: "For a test." },
    }),
  },
  "app/sign-in/actions.ts signInAction": {
    least: "public",
    call: async ({ callers }, caller) => {
      const { email } = await callers.add("viewer");
      const as = await callers.again(caller);
      return { page: "/sign-in", as, form: { email, password: PASSWORD } };
    },
  },
  "app/sign-in/actions.ts signInCodeAction": {
    least: "public",
    call: async ({ callers }, caller) => {
      const { code, ...as } = await callers.halfway(caller);
      return { page: "/sign-in/code", as, form: { code } };
    },
  },
};

/** A view of the caller, or, where nobody calls, of somebody else. */
async function newView({ store, admin }: Ground, caller: Caller): Promise<string> {
  const { id, role } = caller.role === "public" ? admin : caller;
  const name = `A list ${Date.now()}`;
  return (await saveView(store, { name, query: "type=arrest" }, { id, role })).id;
}
