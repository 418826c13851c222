import type { IncidentDocument } from "../incident";
import type { Chance } from "./chance";
import { fill } from "./phrases";
import { syntheticClaims } from "./synthetic-claims";
import { type StoryDays, syntheticEvents } from "./synthetic-events";
import { syntheticGroups } from "./synthetic-groups";
import type { SyntheticPlaces } from "./synthetic-places";
import { LANGUAGES, type SyntheticSource } from "./synthetic-source";
import { PHRASES, syntheticWords } from "./synthetic-words";

/** An incident as somebody might write it, in one language, with claims of some of the sources. */
export function syntheticDocument(
  chance: Chance,
  days: StoryDays,
  sources: readonly SyntheticSource[],
  places: SyntheticPlaces,
): IncidentDocument {
  const language = chance.weighted(LANGUAGES);
  const phrases = PHRASES[language];
  const place = places.anyPlace(chance);
  const people = syntheticGroups(chance, place, phrases);
  const { groups } = people;
  const events = syntheticEvents(chance, people, place, days, places, { language, phrases });
  const words = syntheticWords(chance, groups[0], place, places, language);
  const say = (phrase: string) => capitalised(fill(phrase, words));
  const closing = chance.happens(70) ? `${phrases.space}${chance.pick(phrases.closings)}` : "";
  const truth = { people: people.people, began: days.began, place };
  return {
    title: say(chance.pick(phrases.titles)),
    summary: chance.happens(8) ? "" : `${say(chance.pick(phrases.summaries))}${closing}`,
    groups,
    events,
    claims: syntheticClaims(chance, { groups, events }, truth, sources, places),
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
