import type { EventVerb } from "../lexicon/en/event-verb";
import { EVENT_VERBS } from "../lexicon/en/event-words";

/** How a verb may be written. */
export type Form = "base" | "s" | "ing" | "past" | "participle";
const FORM_NAMES: Form[] = ["base", "s", "ing", "past", "participle"];

/** The entries of the lexicon that a written word may be, and as which forms. */
export const FORMS = new Map<string, { entry: EventVerb; forms: Set<Form> }[]>();
for (const entry of EVENT_VERBS) {
  const ofWord = new Map<string, Set<Form>>();
  for (const [index, word] of entry.verb.split(" ").entries())
    ofWord.set(word, (ofWord.get(word) ?? new Set()).add(FORM_NAMES[index] ?? "past"));
  for (const [word, forms] of ofWord)
    FORMS.set(word, [...(FORMS.get(word) ?? []), { entry, forms }]);
}
