import { inArray } from "drizzle-orm";
import {
  SETTING_DEFAULTS,
  SETTING_NAMES,
  type SettingName,
  type Settings,
} from "../domain/setting";
import { keptQuery } from "./kept-query";
import type { Db, Store } from "./store";

/** Where a setting stands in the ledger's state. */
export function settingKey(name: SettingName): string {
  return `setting.${name}`;
}

const SETTINGS = keptQuery(({ t: { ledgerState } }, db) =>
  db
    .select()
    .from(ledgerState)
    .where(inArray(ledgerState.key, SETTING_NAMES.map(settingKey)))
    .prepare(),
);

/** Every setting as it is now. */
export async function readSettings(store: Store, db: Db): Promise<Settings> {
  const rows = await SETTINGS(store, db).execute();
  const kept = new Map(rows.map(({ key, value }) => [key, value]));
  const settings: Settings = { ...SETTING_DEFAULTS };
  for (const name of SETTING_NAMES) {
    const value = kept.get(settingKey(name));
    if (value !== undefined) settings[name] = value === "true";
  }
  return settings;
}
