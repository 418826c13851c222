import type { Role } from "../../vocabulary";
import type { DraftType } from "../drafts";

/** A word for people: whose they are, what they were doing. `nationality` null = the word does not tell. */
export type PeopleWord = { words: string; nationality?: string; role?: Role };

/** Words for an event, as a regular expression; `weak` = only where people are held or police act. */
export type EventWords = { type: DraftType; words: string; needsCustody?: true };

/** All the words of one language that the reader goes by: data that a researcher can read and extend. */
export type EasternWords = {
  /** The longest first where one begins with another. */
  people: readonly PeopleWord[];
  events: readonly EventWords[];
  /** Regular expressions on what stands around an event. */
  stance: {
    anticipated: string;
    denied: string;
    unconfirmed: string;
    unreal: string;
    habitual: string;
  };
  /** Verbs of saying; a date right before one is the day it was said. */
  speech: string;
  /** Names of places that are ordinary words too: only believed with a unit or a preposition behind. */
  ambiguousPlaces: ReadonlySet<string>;
};
