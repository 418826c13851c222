import { z } from "zod";
import { type Actor, authorise } from "../../domain/actor";
import { InvalidInput } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { readReason } from "../../domain/read-reason";
import { SETTING_NAMES, type SettingName } from "../../domain/setting";
import { issuesOf } from "../../domain/zod-issues";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { guardReason } from "../guard-texts";
import { readSettings, settingKey } from "../read-settings";
import type { Store } from "../store";

const changeSchema = z.object({ name: z.enum(SETTING_NAMES), value: z.boolean() });

/** Switches a setting on or off and logs it; as it is already is no change. Errors: InvalidInput. */
export async function changeSetting(
  store: Store,
  input: { name: SettingName; value: boolean; reason: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "settings.change");
  const parsed = changeSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(issuesOf(parsed.error));
  const { name, value } = parsed.data;
  const reason = readReason(input.reason);
  await store.tx(async (db) => {
    const before = (await readSettings(store, db))[name];
    if (before === value) return;
    await guardReason(
      store,
      db,
      { reason, keep: input.keep },
      { entity: "setting", entityId: name },
      actor,
      clock,
    );
    const { ledgerState } = store.t;
    await db
      .insert(ledgerState)
      .values({ key: settingKey(name), value: String(value) })
      .onConflictDoUpdate({ target: ledgerState.key, set: { value: String(value) } });
    await appendRevision(
      store,
      db,
      {
        action: "change_setting",
        entity: "setting",
        entityId: name,
        version: null,
        reason,
        before: { value: before },
        after: { value },
      },
      actor,
      clock,
    );
  });
}
