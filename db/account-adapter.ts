import type { BetterAuthOptions } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { DBAdapter } from "better-auth/types";
import type { Db, Store } from "./store";

/**
 * The accounts library's way into a ledger: it reads as every query does, and each of its writes is one `store.tx`,
 * so that none can slip into the open transaction of somebody else.
 */
export function accountAdapter(store: Store): (options: BetterAuthOptions) => DBAdapter {
  const { account, accountSession, credential, accountVerification, secondFactor } = store.t;
  const on = (db: Db) =>
    drizzleAdapter(db as never, {
      provider: store.dialect === "sqlite" ? "sqlite" : "pg",
      schema: {
        user: account,
        session: accountSession,
        account: credential,
        verification: accountVerification,
        twoFactor: secondFactor,
      },
    });
  return (options) => {
    const reading = on(store.read)(options) as DBAdapter;
    const writing = <T>(work: (adapter: DBAdapter) => Promise<T>): Promise<T> =>
      store.tx((db) => work(on(db)(options) as DBAdapter));
    const adapter: DBAdapter = {
      ...reading,
      create: (input) => writing((to) => to.create(input)),
      update: (input) => writing((to) => to.update(input)),
      updateMany: (input) => writing((to) => to.updateMany(input)),
      delete: (input) => writing((to) => to.delete(input)),
      deleteMany: (input) => writing((to) => to.deleteMany(input)),
      consumeOne: (input) => writing((to) => to.consumeOne(input)),
      incrementOne: (input) => writing((to) => to.incrementOne(input)),
      // Steps of the library that belong together are few and can each be repeated; none holds the writer for the rest.
      transaction: (work) => work(adapter),
    };
    return adapter;
  };
}
