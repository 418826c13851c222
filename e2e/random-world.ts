import fc from "fast-check";
import { checkIncident } from "../domain/check-incident";
import type { Claim, IncidentDocument } from "../domain/incident";
import {
  aClaim,
  aDocument,
  aGroup,
  anEvent,
  days,
  exactly,
  unknownCount,
} from "../domain/testing-documents";
import * as list from "../domain/vocabulary";

/** Sources that the public may know, and those it may not: two are restricted, and `retelling` copies these alone. */
export const OPEN = ["wire", "paper", "copy"] as const;
export const CLOSED = ["witness", "letter", "retelling"] as const;
export type SourceKey = (typeof OPEN)[number] | (typeof CLOSED)[number];

/** What one says of sources that is nobody's business: it may differ and no visitor can tell. */
export type Words = {
  publisher: string;
  title: string;
  text: string;
  reliability: list.Reliability;
};

/** How far an incident of a world goes. `edited`: published, and since then changed. */
export const FATES = ["public", "public", "edited", "verified", "draft", "retracted"] as const;
export type Fate = (typeof FATES)[number];

/** An incident with the same one as it would be if all that is restricted in it were something else. */
export type Twins = { here: IncidentDocument; there: IncidentDocument };

/** Incidents, and the words of the closed sources in both of the two. */
export type World = { incidents: { twins: Twins; fate: Fate }[]; here: Words; there: Words };

const PLACES = ["CN", "CN-YN", "CN-YN/kunming", "CN-SD", "CN-JL", "CN-JL/tumen", "KP-09", "LA"];
const TITLES = [
  "Arrests near the river",
  "Held at the border",
  "체포된 가족",
  "图们的拘留",
  "Émigrés held",
];
const SAID = ["", "They were held.", "So it says."];

export const wordsArb: fc.Arbitrary<Words> = fc.record({
  publisher: fc.constantFrom("", "A witness", "Somebody at the border", "Wire"),
  title: fc.constantFrom("", "A letter", "Report from the river"),
  text: fc.constantFrom("", "They came at night.", "There were many of them."),
  reliability: fc.constantFrom(...list.RELIABILITIES),
});

const count = fc
  .tuple(fc.nat(40), fc.nat(6), fc.constantFrom("exact", "range", "about", "least", "none"))
  .map(([low, more, shape]) => {
    if (shape === "exact") return exactly(low);
    if (shape === "range") return { low, best: null, high: low + more };
    if (shape === "about") return { low: null, best: low, high: null };
    return shape === "least" ? { low, best: null, high: null } : unknownCount;
  });
// Long past, so that nothing depends on the day on which the test runs.
const date = fc.tuple(fc.nat(900), fc.nat(40)).map(([first, length]) => {
  const day = (n: number) => new Date(Date.UTC(2013, 0, 1 + n)).toISOString().slice(0, 10);
  return { ...days(day(first), day(first + length)), text: "then", precision: 2 as const };
});
const place = fc.record({
  role: fc.constantFrom(...list.PLACE_ROLES),
  locationId: fc.constantFrom(...PLACES),
});

const groupsArb = fc.array(
  fc.record({
    role: fc.constantFrom(...list.ROLES),
    nationality: fc.constantFrom(null, "KP", "CN", "KR"),
    unit: fc.constantFrom("person" as const, "person" as const, "family" as const),
    sex: fc.option(fc.constantFrom(...list.SEXES)),
    ageBand: fc.option(fc.constantFrom(...list.AGE_BANDS)),
    partOf: fc.option(fc.constant("g0"), { freq: 2 }),
    count,
  }),
  { minLength: 1, maxLength: 4 },
);

const eventsArb = fc.array(
  fc.record({
    type: fc.constantFrom(...list.EVENT_TYPES),
    modality: fc.constantFrom(...list.MODALITIES),
    date: fc.option(date),
    places: fc.uniqueArray(place, { maxLength: 2, selector: (p) => p.role + p.locationId }),
    count,
  }),
  { minLength: 1, maxLength: 3 },
);

/** A claim that fits any document: groups and events are taken from those it has. */
const claimArb = fc.record({
  source: fc.nat({ max: 2 }),
  field: fc.constantFrom("count", "count", ...list.CLAIM_FIELDS),
  group: fc.nat(3),
  event: fc.nat(2),
  count,
  date,
  place,
  modality: fc.constantFrom(...list.MODALITIES),
  status: fc.constantFrom(...list.STATUSES),
  rejected: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  words: fc.constantFrom(...SAID),
});
type Said = typeof claimArb extends fc.Arbitrary<infer T> ? T : never;

function claimOf(said: Said, id: string, sourceId: SourceKey, doc: IncidentDocument): Claim {
  const { field, words } = said;
  const group = doc.groups[said.group % doc.groups.length]!.id;
  const event = doc.events[said.event % doc.events.length]!.id;
  const ofGroup = field === "count" || field === "status";
  const ofEvent = field === "date" || field === "place" || field === "modality";
  return aClaim(id, sourceId, {
    field,
    groupId: ofGroup ? group : null,
    eventId: ofEvent ? event : null,
    [field]: field === "statement" ? words || "It is said." : said[field],
    quote: words,
    locator: words && "second page",
    assessment: said.rejected ? "rejected" : "accepted",
  });
}

/** A document whose open claims are the same in both, while everything that rests on nothing open is not. */
const twinsArb: fc.Arbitrary<Twins> = fc
  .record({
    title: fc.constantFrom(...TITLES),
    groups: groupsArb,
    events: eventsArb,
    open: fc.array(claimArb, { minLength: 2, maxLength: 6 }),
    hidden: fc.tuple(
      fc.array(claimArb, { maxLength: 5 }),
      fc.array(claimArb, { minLength: 1, maxLength: 5 }),
    ),
    counts: fc.array(count, { minLength: 8, maxLength: 8 }),
    typed: eventsArb,
  })
  .map(({ title, groups, events, open, hidden, counts, typed }) => {
    const empty = aDocument({
      title,
      groups: groups.map((group, at) =>
        aGroup(`g${at}`, { ...group, partOf: at === 0 ? null : group.partOf }),
      ),
      events: events.map(({ count: some, ...event }, at) =>
        anEvent(`e${at}`, { ...event, groups: [{ groupId: "g0", count: some }] }),
      ),
    });
    const claims = open
      .map((said, at) => claimOf(said, `o${at}`, OPEN[said.source]!, empty))
      .map((claim) => ({ ...claim, assessment: "accepted" as const }));
    const rest = hidden.map((some) =>
      some.map((said, at) => {
        // What somebody rejected is as restricted as what a restricted source says.
        const from = said.rejected ? OPEN[said.source]! : CLOSED[said.source]!;
        return claimOf(said, `h${at}`, from, empty);
      }),
    );
    return {
      here: { ...empty, claims: [...claims, ...rest[0]!] },
      there: {
        ...empty,
        groups: empty.groups.map((group, at) => ({ ...group, count: counts[at]! })),
        events: empty.events.map((event, at) => {
          const { count: some, modality, date: when, places } = typed[at % typed.length]!;
          const concerned = [{ groupId: "g0", count: some }];
          return { ...event, modality, date: when, places, groups: concerned };
        }),
        claims: [...rest[1]!, ...claims],
      },
    };
  })
  .filter(({ here, there }) => [here, there].every((doc) => checkIncident(doc).length === 0));

export const documentArb: fc.Arbitrary<IncidentDocument> = twinsArb.map(({ there }) => there);

export const worldArb: fc.Arbitrary<World> = fc.record({
  incidents: fc
    .array(twinsArb, { minLength: FATES.length, maxLength: FATES.length })
    .map((all) => all.map((twins, at) => ({ twins, fate: FATES[at]! }))),
  here: wordsArb,
  there: wordsArb,
});
