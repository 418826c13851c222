import { HAPPEN_VERBS } from "../lexicon/en/event-nouns";
import { JOURNEYS } from "../lexicon/en/journey-words";
import { SPEECH_VERBS } from "../lexicon/en/stance-words";
import type { Clause } from "./cut-clauses";
import type { TaggedWord } from "./tag-words";

/**
 * True when what stands at word `at` belongs to the clause's event: its verb is the nearest on the left; where
 * there is none on the left, the nearest on the right. "told VOA on Monday" belongs to the telling.
 */
export function governs(words: readonly TaggedWord[], clause: Clause, at: number): boolean {
  const { trigger } = clause;
  for (let left = at - 1; left >= clause.from; left--) {
    if (left >= trigger.from && left <= trigger.last && left !== at) {
      if (left >= trigger.at || trigger.from <= left) return true;
    }
    const { lower, verb } = words[left]!;
    // "…, and two days later officers stopped 20": another subject begins, its verb stands on the right.
    if (left < trigger.from && /^(?:and|but|while)$/.test(lower) && words[left - 1]?.lower === ",")
      break;
    if (SPEECH_VERBS.has(lower) && (verb || /^(?:said|told|says)$/.test(lower))) return false;
    if (trigger.voice === "noun" && HAPPEN_VERBS.has(lower))
      return left > trigger.at || trigger.at < at;
    if (!verb || isHelper(lower) || isLoose(words, left)) continue;
    // "left the prison on Thursday and flew home": one way, and one day.
    if (
      left < trigger.from &&
      !/^(?:had|who|which|that)$/.test(words[left - 1]?.lower ?? "") &&
      (JOURNEYS.has(lower) || /^(?:hid|hidden|waited|sheltered)$/.test(lower))
    )
      continue;
    if (trigger.voice === "noun" && left < trigger.at) continue;
    return false;
  }
  for (let right = at; right < clause.to; right++) {
    if (right >= trigger.from && right <= trigger.last) return true;
    const { lower, verb } = words[right]!;
    if (SPEECH_VERBS.has(lower) && (verb || /^(?:said|told|says)$/.test(lower))) {
      // "11 were, sources said, arrested" – a saying between commas governs nothing.
      if (words[right + 1]?.lower !== ",") return false;
      continue;
    }
    if (!verb || isHelper(lower) || isLoose(words, right)) continue;
    return false;
  }
  return false;
}

const isHelper = (lower: string) =>
  /^(?:is|are|was|were|be|been|being|has|have|had|having|will|would|may|might|could|can|should|to|did|do|does|get|got|including|according|following|based|called|named|known|aged)$/.test(
    lower,
  );

/** "trying to cross", "travelling with them", "who had hidden": says how, and carries no date of its own. */
function isLoose(words: readonly TaggedWord[], at: number): boolean {
  const { lower } = words[at]!;
  return /ing$/.test(lower) || words[at - 1]?.lower === "to";
}
