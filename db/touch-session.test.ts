import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { IDLE_LIMIT } from "../domain/session";
import { systemClock } from "./clock";
import { onBothEngines } from "./testing";
import { addColleague } from "./testing-colleagues";
import { touchSession } from "./touch-session";

const BEGAN = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

onBothEngines("using a session", (store) => {
  const touch = (later: number) =>
    touchSession(store(), "a token", { ...systemClock, now: () => BEGAN + later });
  const kept = async () => {
    const { accountSession: session } = store().t;
    const [row] = await store().read.select().from(session).where(eq(session.id, "s"));
    return row && row.updatedAt.getTime() - BEGAN;
  };

  it("does not wait for whoever writes, and is written down then, as it was last", async () => {
    await addColleague(store(), { id: "ada", name: "Ada", role: "researcher" });
    const times = { createdAt: new Date(BEGAN), updatedAt: new Date(BEGAN) };
    const row = { id: "s", userId: "ada", token: "a token", expiresAt: new Date(BEGAN), ...times };
    await store().tx((db) => db.insert(store().t.accountSession).values(row));
    let end = () => {};
    let writing = Promise.resolve();
    await new Promise<void>((begun) => {
      const work = () =>
        new Promise<void>((done) => {
          end = done;
          begun();
        });
      writing = store().tx(work);
    });
    expect(await touch(5 * MINUTE)).toBe(true);
    // On PostgreSQL only writers of the same row wait for each other.
    if (store().dialect === "postgres")
      await vi.waitFor(async () => expect(await kept()).toBe(5 * MINUTE));
    expect(await touch(IDLE_LIMIT)).toBe(true);
    if (store().dialect === "postgres")
      await vi.waitFor(async () => expect(await kept()).toBe(IDLE_LIMIT));
    // It was used meanwhile, and so was not idle, though nothing of that is written.
    expect(await touch(IDLE_LIMIT + 10 * MINUTE)).toBe(true);
    if (store().dialect === "sqlite") expect(await kept()).toBe(0);
    end();
    await writing;
    await vi.waitFor(async () => expect(await kept()).toBe(IDLE_LIMIT + 10 * MINUTE));
    expect(await touch(2 * IDLE_LIMIT + 10 * MINUTE)).toBe(false);
    expect(await kept()).toBeUndefined();
  });
});
