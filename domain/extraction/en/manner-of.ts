import { VEHICLES } from "../lexicon/en/journey-words";
import type { Clause } from "./cut-clauses";
import type { FoundPeople } from "./found-people";
import { stanceOf } from "./stance-of";
import type { TaggedWord } from "./tag-words";

/** "are still locked up", "remain in prison": goes on and is no day's event. */
export function isOngoing(words: readonly TaggedWord[], { from, trigger }: Clause): boolean {
  if (trigger.type !== "detention") return false;
  if (/^(?:remain|stay|languish)/.test(words[trigger.at]!.lower)) return true;
  return words
    .slice(Math.max(from, trigger.from - 3), trigger.last + 1)
    .some(({ lower }) =>
      /^(?:still|remain|remained|continue|continued|currently|now)$/.test(lower),
    );
}

/** "children who were caught on a beach have been moved": which people they are, and then what happened to them. */
export function isAside(
  words: readonly TaggedWord[],
  clause: Clause,
  clauses: readonly Clause[],
): boolean {
  const next = clauses[clauses.indexOf(clause) + 1];
  return (
    next !== undefined &&
    /^(?:arrest|detention)$/.test(clause.trigger.type) &&
    /^(?:who|that|which|whom)$/.test(words[clause.trigger.from - 1]?.lower ?? "") &&
    !words
      .slice(clause.trigger.last, next.trigger.from)
      .some(({ lower }) => /^(?:and|but|;)$/.test(lower))
  );
}

/** Tells more of an event told before: "the handovers", "they were found". */
export function isRetelling(
  words: readonly TaggedWord[],
  { trigger }: Clause,
  patients: readonly FoundPeople[],
  parts: readonly FoundPeople[],
): boolean {
  if (patients.length === 0 && parts.length > 0) return true;
  if (trigger.voice !== "noun")
    return patients.length > 0 && patients.every(({ definite }) => definite);
  const before = words[trigger.at - 1]?.lower ?? "";
  return (
    /^(?:the|these|those|this|their|its|his|such)$/.test(before) &&
    !patients.some(({ counted }) => counted)
  );
}

/** "a broker was caught", "two men who guarded them were arrested": with those whom they helped. */
export function areHelpers(
  words: readonly TaggedWord[],
  { from, to }: Clause,
  patients: readonly FoundPeople[],
): boolean {
  if (patients.length === 0) return false;
  if (patients.every(({ role }) => role === "helper")) return true;
  const line = words
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(" ");
  return /\b(?:who|suspected of|accused of|for) (?:\S+ ){0,7}(?:them|the (?:group|migrants|refugees|defectors|others))\b/.test(
    line,
  );
}

/** "The trucks were stopped at a toll gate": the people in them are those told of before. */
export function isOfVehicle(
  words: readonly TaggedWord[],
  { from, trigger }: Clause,
  people: readonly FoundPeople[],
): boolean {
  const before = trigger.from - 1;
  return (
    trigger.type === "arrest" &&
    trigger.voice === "passive" &&
    VEHICLES.has(words[before]?.lower ?? "") &&
    words
      .slice(Math.max(from, before - 3), before)
      .some(({ lower }) => /^(?:the|their|its|this|both|his|her)$/.test(lower)) &&
    !people.some((each) => each.from >= from && each.to <= trigger.from && each.counted)
  );
}

/** "They were among 93 people whom …": the people who are some of the patients; null = nothing says so. */
export function wholeOf(
  words: readonly TaggedWord[],
  people: readonly FoundPeople[],
  [first]: readonly FoundPeople[],
): FoundPeople | null {
  const patient = people.find(({ from }) => from === first?.from);
  if (!patient?.counted || patient.definite) return null;
  const some = people.findLast(({ to }) => to <= patient.from);
  if (!some?.definite) return null;
  const between = words
    .slice(some.to, patient.from)
    .map(({ lower }) => lower)
    .join(" ");
  return /^(?:is|are|was|were|had been) (?:among|part of|some of|one of|members of)(?: the)?$/.test(
    between,
  )
    ? some
    : null;
}

/** "Uighurs held in Bangkok could be sent back": they are at risk, being held only says where they are. */
export function isHeldAtRisk(
  words: readonly TaggedWord[],
  clauses: readonly Clause[],
): Clause | null {
  const [held, next] = clauses;
  if (!held || !next || held.trigger.type !== "detention") return null;
  const aside =
    held.trigger.voice === "reduced" ||
    /^(?:who|that|,)$/.test(words[held.trigger.from - 1]?.lower ?? "") ||
    /^now$/.test(words[held.trigger.at - 1]?.lower ?? "");
  if (!aside) return null;
  const risk = next.trigger.type === "deportation" && stanceOf(words, next) === "anticipated";
  return risk && next.trigger.voice === "passive" ? held : null;
}
