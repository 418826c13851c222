import type { Store } from "../db/store";
import type { AccountRole } from "../domain/account";
import type { ActorRole } from "../domain/actor";
import { builtActions } from "./built-endpoints";
import { type PlainClient, plainClient } from "./plain-client";
import { type ActionAnswer, type ActionCall, OWN, sendAction } from "./send-action";
import { addAccount, codeOf, PASSWORD } from "./sign-in";

/** Somebody who calls endpoints without a browser; nobody has the role `public` and no account. */
export type Caller = { role: ActorRole; id: string; email: string; request: PlainClient };

export type Callers = ReturnType<typeof makeCallers>;

/** Makes callers; an admin invites them. */
export function makeCallers(store: Store, adminId: string) {
  const ids = builtActions();
  // A spec that is begun anew after a failure finds the accounts of its first try.
  const run = Date.now().toString(36);
  let made = 0;
  let addresses = 0;

  // Each comes from a network address of its own, by which downloads are limited to whoever has no account.
  const newClient = () => {
    addresses += 1;
    return plainClient(OWN, OWN, {
      "x-forwarded-for": `10.0.${addresses >> 8}.${addresses & 255}`,
    });
  };

  function call(request: PlainClient, action: string, sent: ActionCall): Promise<ActionAnswer> {
    return sendAction(request, ids.get(action)!, sent);
  }

  async function signIn(request: PlainClient, email: string): Promise<void> {
    const form = { email, password: PASSWORD };
    const answer = await call(request, "app/sign-in/actions.ts signInAction", {
      page: "/sign-in",
      form,
    });
    if (answer.to === null) throw new Error(`${email} could not sign in: ${answer.codes}`);
  }

  /** Another session of the same caller, for what ends or replaces it. */
  async function again(caller: Caller): Promise<Caller> {
    const request = newClient();
    if (caller.role !== "public") await signIn(request, caller.email);
    return { ...caller, request };
  }

  /** A caller whom no other test knows. */
  async function add(role: ActorRole): Promise<Caller> {
    const nobody = { role, id: "", email: "", request: newClient() };
    if (role === "public") return nobody;
    made += 1;
    const account = await addAccount(store, adminId, role, `Caller ${role} ${run} ${made}`);
    await signIn(nobody.request, account.email);
    return { ...nobody, ...account };
  }

  /** Begins a second factor and gives the key that an app would keep. */
  async function beginFactor({ request }: Caller): Promise<string> {
    const { text } = await call(request, "app/account/actions.ts factorAction", {
      page: "/account",
      form: { password: PASSWORD },
    });
    return /secret=([A-Z2-7]+)/.exec(text)![1]!;
  }

  async function addWithFactor(role: AccountRole): Promise<Caller & { key: string }> {
    const caller = await add(role);
    const key = await beginFactor(caller);
    await call(caller.request, "app/account/actions.ts factorAction", {
      page: "/account",
      state: { step: "confirm", issues: [] },
      form: { code: codeOf(key, Date.now()) },
    });
    return { ...caller, key };
  }

  /** The same caller halfway through signing in as somebody with a second factor, and the code that is still to come. */
  async function halfway(caller: Caller): Promise<Caller & { code: string }> {
    const { email, key } = await addWithFactor("viewer");
    const { request } = await again(caller);
    await signIn(request, email);
    return { ...caller, request, code: codeOf(key, Date.now() + 30_000) };
  }

  return { add, again, beginFactor, addWithFactor, halfway };
}
