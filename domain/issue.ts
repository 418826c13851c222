/**
 * One mistake of the user, as a value: where it is, which rule it breaks, and the words to say it with.
 * `path` is the dotted name of the field ("" for the whole), `code` names a text under `issues.` in messages,
 * `values` fill that text; the offending value goes in as `value`, shortened by `shown`.
 */
export type Issue = {
  path: string;
  code: string;
  values?: Record<string, string | number>;
};

/** The value as a message may repeat it: at most 80 characters, the rest as an ellipsis. */
export function shown(value: string): string {
  return value.length <= 80 ? value : `${value.slice(0, 79)}…`;
}
