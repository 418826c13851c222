import type { KeepForm } from "./incident-form";
import type { Keep } from "./keep";
import type { MarkKind } from "./personal-data/mark";

/**
 * The words that are to stay, of those that have a reason. `origins`: where each stands in the form, for `formPathOf`.
 * What is sent as a kind is checked where it is used.
 */
export function readKeepForm(form: KeepForm): { keep: Keep[]; origins: Map<string, string> } {
  const given = Object.entries(form).filter(([, { reason }]) => reason.trim() !== "");
  return {
    keep: given.map(([, { kind, words, reason }]) => ({ kind: kind as MarkKind, words, reason })),
    origins: new Map(given.map(([mark], at) => [`keep.${at}`, `keep.${mark}.reason`])),
  };
}
