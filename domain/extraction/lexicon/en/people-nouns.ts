import type { AgeBand, Circumstance, Role, Sex } from "../../../vocabulary";

/** What a word for people tells of them. */
type PeopleWord = { role?: Role; age?: AgeBand; sex?: Sex; circumstances?: Circumstance[] };

/** Words for people, singular, several with the same meaning in one line. Irregular plurals are in `PLURALS`. */
const LINES: [string, PeopleWord][] = [
  [
    "defector escapee refugee asylum-seeker asylum_seeker runaway fugitive",
    { role: "seeking_refuge" },
  ],
  ["migrant immigrant border_crosser border-crosser stowaway", {}],
  ["returnee deportee", { role: "deportee" }],
  [
    "guide broker helper smuggler trafficker accomplice driver organizer organiser ringleader go-between middleman aide missionary pastor people_smuggler aid_worker",
    { role: "helper" },
  ],
  [
    "journalist reporter photographer editor blogger cameraman columnist media_worker",
    { role: "journalist" },
  ],
  ["protester protestor demonstrator marcher", { role: "protester" }],
  [
    "relative family_member uncle aunt nephew niece cousin brother sister sibling husband wife spouse",
    { role: "family_member" },
  ],
  ["worker labourer laborer labor_migrant labourers farmworker", { role: "migrant_worker" }],
  ["crewman seaman sailor crew_member crew boatman captain skipper", { role: "crew" }],
  ["child kid minor schoolchild", { age: "0-17" }],
  ["teenager teen adolescent youth", { age: "12-17" }],
  ["baby infant newborn toddler", { age: "0-4", circumstances: ["infant"] }],
  ["boy", { age: "0-17", sex: "male" }],
  ["son grandson", { sex: "male" }],
  ["daughter granddaughter", { sex: "female" }],
  ["girl schoolgirl", { age: "0-17", sex: "female" }],
  ["woman mother grandmother nun waitress girlfriend widow", { sex: "female" }],
  ["man father grandfather monk", { sex: "male" }],
  [
    `people person individual national citizen detainee prisoner inmate captive suspect adult passenger resident villager
    civilian believer activist volunteer student fisherman farmer soldier opponent dissident supporter member parent traveller traveler
    foreigner arrival other dissident lawyer teacher doctor trader survivor victim arrestee internee convict
    castaway stranded worshipper christian muslim buddhist dissenter politician opposition_figure exile deserter
    conscript draft_evader objector conscientious_objector jehovah's_witness imam cleric priest preacher bishop lama abbot nurse miner cook waiter tailor shopkeeper shepherd herder merchant vendor professor scientist novelist singer musician filmmaker officer_cadet pupil classmate roommate colleague neighbour neighbor friend comrade companion compatriot dissenter separatist insurgent militant rebel fighter sympathizer employee engineer scholar academic artist poet writer businessman leader`,
    {},
  ],
];

/** Singular to plural where it is not "s", "y" to "ies" or "man" to "men". */
const PLURALS: Record<string, string> = {
  person: "persons",
  people: "people",
  child: "children",
  schoolchild: "schoolchildren",
  crew: "crew",
  wife: "wives",
  stranded: "stranded",
};

/** Every form of every word, in lower case, `_` written as a space. */
export const PEOPLE_NOUNS: ReadonlyMap<string, PeopleWord & { plural: boolean }> = new Map(
  LINES.flatMap(([words, meaning]) =>
    words.split(/\s+/).flatMap((word) => {
      const singular = word.replaceAll("_", " ");
      return [
        [singular, { ...meaning, plural: singular === "people" || singular === "crew" }] as const,
        [pluralOf(singular), { ...meaning, plural: true }] as const,
      ];
    }),
  ),
);

function pluralOf(noun: string): string {
  if (PLURALS[noun]) return PLURALS[noun];
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/man$/.test(noun)) return `${noun.slice(0, -3)}men`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Words for people of whom no more is told: they point back. */
export const POINTING_NOUNS: ReadonlySet<string> = new Set(
  "group party detainees refugees defectors escapees returnees deportees migrants asylum-seekers people prisoners men women children captives group trio pair passengers families others foreigners arrestees".split(
    " ",
  ),
);

/** Counted nouns of families rather than people. */
export const FAMILY_NOUNS: ReadonlySet<string> = new Set(
  "family families household households".split(" "),
);
