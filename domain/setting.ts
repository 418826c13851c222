/**
 * What an admin can switch, and how it stands where nobody has.
 * `one_person_review`: whoever wrote an incident last may also verify it, and the incident then says so.
 */
export const SETTING_DEFAULTS = { one_person_review: false } as const;
export type SettingName = keyof typeof SETTING_DEFAULTS;
export type Settings = Record<SettingName, boolean>;

export const SETTING_NAMES = Object.keys(SETTING_DEFAULTS) as SettingName[];
