export const MARK_KINDS = [
  "phone",
  "email",
  "identity_number",
  "passport",
  "birth_date",
  "handle",
  "address",
  "name",
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** What stands in the place of redacted words. Stored in the text of the case, so in one language. */
export const REDACTED: Record<MarkKind, string> = {
  phone: "[phone]",
  email: "[e-mail]",
  identity_number: "[identity number]",
  passport: "[passport number]",
  birth_date: "[date of birth]",
  handle: "[handle]",
  address: "[address]",
  name: "[name]",
};

/**
 * A piece of a text that may tell who somebody is.
 * `start` and `end` (exclusive) count UTF-16 units of the text as it was given; `text` is what stands there.
 * `block`: it must be redacted; `warn`: it must be redacted, or kept with a reason.
 * `why` is a code; its words stand under `personalData.why` in messages/.
 */
export type Mark = {
  kind: MarkKind;
  start: number;
  end: number;
  text: string;
  severity: "block" | "warn";
  why: MarkReason;
};

/** Which rule made the mark. */
export const MARK_REASONS = [
  "phone_international",
  "phone_national",
  "phone_named",
  "email_address",
  "email_in_words",
  "identity_chinese",
  "identity_korean",
  "identity_checksum",
  "identity_unhcr",
  "identity_named",
  "passport_named",
  "birth_date_named",
  "handle_at",
  "handle_link",
  "handle_named",
  "address_street",
  "name_title",
  "name_age",
  "name_surname",
  "name_given",
  "name_role",
  "name_patronymic",
] as const;
export type MarkReason = (typeof MARK_REASONS)[number];
