import { CUSTODY_PLACES, POLICE } from "../lexicon/en/stance-words";
import type { Clause } from "./cut-clauses";
import type { PlacePhrase } from "./find-place-phrases";
import type { FoundPeople } from "./found-people";
import type { PickedPeople } from "./pick-people";
import type { TaggedWord } from "./tag-words";

/** Whether a weak word means its event here: "held" needs a prison, "stopped" needs police. */
export function isMeant(
  words: readonly TaggedWord[],
  clause: Clause,
  { patients, parts }: PickedPeople,
  places: readonly PlacePhrase[],
): boolean {
  const { trigger } = clause;
  const needs = trigger.entry?.needs;
  // "The Red Crescent picked up 600 people": helpers take nobody into custody.
  if (
    words
      .slice(clause.from, trigger.from)
      .some(({ lower }) => /^(?:crescent|rescuers?|charity)$/.test(lower))
  )
    return false;
  // "Mohammed, who came back on Saturday, said": nobody was told of.
  if (trigger.unforced && patients.length === 0 && parts.length === 0) return false;
  // "left Ningbo and flew to Malaysia": nobody was sent.
  if (
    /^(?:deportation|transfer)$/.test(trigger.type) &&
    trigger.voice === "active" &&
    patients.length === 0 &&
    parts.length === 0
  )
    return false;
  // "let 173 women go to Turkey": to another country, and out of no prison.
  if (
    trigger.type === "release" &&
    /^(?:let|lets|allow|allows|allowed)$/.test(words[trigger.at]!.lower) &&
    places.some(
      ({ from, preposition, place }) =>
        place.kind === "country" &&
        /^(?:to|for)$/.test(preposition ?? "") &&
        from > trigger.last &&
        from - trigger.last < 4,
    )
  )
    return false;
  // "brought 527 people back to shore"
  if (
    trigger.type === "deportation" &&
    /\bback (?:ashore|(?:to|on) (?:the )?(?:shore|land|port|harbou?r|coast|dry land))\b/.test(
      words
        .slice(trigger.at, trigger.last + 4)
        .map(({ lower }) => lower)
        .join(" "),
    )
  )
    return false;
  if (isGivenToHelpers(words, clause)) return false;
  if (!needs) return true;
  const near = words
    .slice(trigger.at + 1, trigger.at + 16)
    .map(({ lower }) => lower)
    .join(" ");
  // "They say that they spent a year in camps": what had been before, and perhaps elsewhere.
  if (
    words[trigger.at]!.lower === "spent" &&
    !words.slice(trigger.from, trigger.at).some(({ lower }) => /^(?:had|have|has)$/.test(lower))
  )
    return false;
  if (needs === "custody") return CUSTODY_PLACES.test(near) && patients.length > 0;
  if (needs === "place")
    return places.some(
      ({ from, preposition }) =>
        /^(?:to|from)$/.test(preposition ?? "") && from > trigger.at && from - trigger.at < 10,
    );
  if (/^(?:the |two |three |\S+ )?(?:bod(?:y|ies)|corpses?|remains)\b/.test(near)) return false;
  const agent =
    words.slice(clause.from, trigger.at).some(({ lower }) => POLICE.has(lower)) ||
    /\bby (?:\S+ ){0,4}(?:police|officers|guards|authorities|agents|security|soldiers|navy|patrol)/.test(
      near,
    );
  if (needs === "deportees")
    return patients.some(({ counted, role }) => counted && role === "deportee");
  if (needs === "flight") return patients.length > 0;
  if (needs === "people") return patients.length > 0;
  if (needs === "abroad") return places.some((place) => isSentTo(place, clause, patients, places));
  if (/\b(?:dead|unconscious|unresponsive|guilty)\b/.test(near.slice(0, 40))) return false;
  const seized =
    trigger.voice !== "active" &&
    patients.some(({ counted, unit }) => counted && unit === "person") &&
    !/^(?:dead|guilty|safe|alive|work|themselves|shelter|refuge|fit|eligible|not)\b/.test(near) &&
    places.some(({ from, preposition }) => preposition && from > trigger.at && from < clause.to);
  if (seized) return true;
  // "They were stopped on Monday": of people told of before nobody else does so.
  const known = trigger.voice === "passive" && patients.some(({ definite }) => definite);
  // "147 people were stopped on the coast": whoever stops people who flee.
  if (
    needs === "police" &&
    trigger.voice === "passive" &&
    patients.some(({ counted, unit }) => counted && unit === "person") &&
    !/^(?:from|by|at)\b/.test(near)
  )
    return true;
  if (needs === "police") return agent || (known && !/^(?:from|by)\b/.test(near));
  return (
    (agent && patients.length > 0) ||
    parts.length > 0 ||
    patients.some(
      ({ definite, other, part, pronoun, bare }) => definite || other || part || pronoun || bare,
    )
  );
}

/** "were handed to the South Korean embassy", "turned over to a child protection agency": into safe hands. */
function isGivenToHelpers(words: readonly TaggedWord[], { trigger }: Clause): boolean {
  if (!/^(?:deportation|transfer)$/.test(trigger.type)) return false;
  const line = words
    .slice(trigger.at + 1, trigger.last + 8)
    .map(({ lower }) => lower)
    .join(" ");
  return /\b(?:to|over to) (?:the |a |an |their )?(?:\S+ ){0,3}(?:embassy|consulate|unhcr|protection agency|relatives|famil(?:y|ies)|parents|red cross|hospital|shelter|church|un refugee agency|aid group)\b/.test(
    line,
  );
}

/** To another country, and it is their own or they were told of before: not "sent 200 workers to Russia". */
function isSentTo(
  { from, preposition, place }: PlacePhrase,
  { trigger, to }: Clause,
  patients: readonly FoundPeople[],
  places: readonly PlacePhrase[],
): boolean {
  const byCountry =
    trigger.voice === "active" &&
    places.some(
      (agent) =>
        agent.preposition === null &&
        agent.place.kind === "country" &&
        agent.place.countryId !== place.countryId &&
        agent.to <= trigger.from &&
        trigger.from - agent.to < 3,
    );
  return (
    /^(?:to|into)$/.test(preposition ?? "") &&
    from > trigger.at &&
    from < to &&
    from - trigger.last < 4 &&
    patients.some(
      ({ definite, part, bare, nationality, counted, role }) =>
        definite ||
        part ||
        bare ||
        (place.kind === "country" && nationality === place.countryId) ||
        // "India sent seven Rohingya to Myanmar": a country acts, and they are no workers.
        (counted &&
          place.kind === "country" &&
          nationality === null &&
          role !== "migrant_worker" &&
          byCountry),
    )
  );
}
