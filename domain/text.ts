import { z } from "zod";
import { shown } from "./issue";

/** True when the text has no NUL and no lone surrogate: both engines store it and give it back equal. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

/** Text of 0..max characters, NFC, trimmed. Issue codes: `text.too_long`, `text.not_storable`. */
export function boundedText(max: number) {
  return z
    .string()
    .refine(isStorable, { params: { code: "text.not_storable" } })
    .overwrite((text) => text.normalize("NFC").replaceAll("\r\n", "\n").trim())
    .refine((text) => text.length <= max, { params: { code: "text.too_long", values: { max } } });
}

/** As `boundedText`, at least one character. Issue code: `text.required`. */
export function requiredText(max: number) {
  return boundedText(max).refine((text) => text.length > 0, { params: { code: "text.required" } });
}

/** An id of our own making or of the gazetteer: 1..200 printable characters without spaces. */
export const identifier = z.string().regex(/^[\w./:'()-]{1,200}$/u);

/** ISO 3166-1 alpha-2, upper case; whether it exists is the gazetteer's to say. */
export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: (issue) => shown(String(issue.input)) });

/** An existing day, `YYYY-MM-DD`. */
export const calendarDay = z.iso.date();
