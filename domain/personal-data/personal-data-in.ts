import { findPersonalData, type PersonalDataOptions } from "./find-personal-data";
import type { FreeText } from "./free-texts";
import type { Mark } from "./mark";

/** A mark with the dotted path of the text it stands in. */
export type MarkInText = { path: string; mark: Mark };

/**
 * Every mark in the given texts, in their order. What a text may keep warns there and does not block.
 * `find`: instead of `findPersonalData` with the other options.
 */
export function personalDataIn(
  texts: readonly FreeText[],
  { find, ...options }: PersonalDataOptions & { find?: (text: string) => Mark[] } = {},
): MarkInText[] {
  return texts.flatMap(({ path, text, names, accounts }) =>
    (find ? find(text) : findPersonalData(text, options))
      .filter(({ severity }) => names || severity === "block")
      .map((mark) => ({
        path,
        mark: accounts && mark.kind === "handle" ? { ...mark, severity: "warn" as const } : mark,
      })),
  );
}
