import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { checkIncident } from "./check-incident";
import { isUnknownCount } from "./count-range";
import { disclose } from "./disclosure";
import { headlineOf } from "./headline";
import type { Headline } from "./headline-type";
import {
  type Claim,
  type Group,
  type IncidentDocument,
  type IncidentEvent,
  incidentDocumentSchema,
} from "./incident";
import type { StoredSource } from "./open-sources";
import { checkReferences } from "./outside-references";
import { sourceSchema } from "./source";
import { CLOSED, factsOf, OPEN, places, publicText, sources } from "./testing-disclosure";
import { aClaim, aDocument, aGroup, anEvent, days, exactly } from "./testing-documents";
import {
  AGE_BANDS,
  ASSESSMENTS,
  CIRCUMSTANCES,
  CLAIM_FIELDS,
  CLAIM_SCOPES,
  EVENT_TYPES,
  MODALITIES,
  PLACE_ROLES,
  ROLES,
  SEXES,
  STATUSES,
  UNITS,
} from "./vocabulary";

// Hundreds of whole incidents, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const placeIds = [...places.keys()];
const shown = (doc: IncidentDocument, from: ReadonlyMap<string, StoredSource> = sources) =>
  publicText(disclose(doc, from, places));

// Random incidents: up to six groups in a tree, four events, twenty claims of open and closed sources.
const text = fc.constantFrom("", "words", "other words");
const count = fc
  .tuple(
    fc.nat(30),
    fc.nat(6),
    fc.nat(6),
    fc.constantFrom("exact", "range", "least", "about", "most", "none"),
  )
  .map(([low, more, most, shape]) => {
    const [best, high] = [low + more, low + more + most];
    if (shape === "exact") return exactly(low);
    if (shape === "range") return { low, best, high };
    if (shape === "least") return { low, best: null, high: null };
    if (shape === "about") return { low: null, best, high: null };
    return shape === "most"
      ? { low: null, best: null, high }
      : { low: null, best: null, high: null };
  });
const day = fc.integer({ min: 10, max: 28 }).map((n) => `2014-07-${n}`);
const date = fc
  .tuple(fc.option(day), fc.option(day), text)
  .map(([a, b, words]) => ({
    ...(a !== null && b !== null && a > b ? days(b, a) : days(a, b)),
    text: words,
  }))
  .map((value) => incidentDocumentSchema.shape.events.element.shape.date.parse(value)!);
const placeArb = fc.record({
  role: fc.constantFrom(...PLACE_ROLES),
  locationId: fc.constantFrom(...placeIds),
});
const detail = {
  ageBand: fc.option(fc.constantFrom(...AGE_BANDS)),
  sex: fc.option(fc.constantFrom(...SEXES)),
  circumstances: fc.subarray([...CIRCUMSTANCES], { maxLength: 2 }),
  label: text,
  role: fc.constantFrom(...ROLES),
  nationality: fc.option(fc.constantFrom("CN", "KP")),
};
const groupIds = ["g0", "g1", "g2", "g3", "g4", "g5"];
const eventIds = ["e0", "e1", "e2", "e3"];
const groupsArb = fc
  .array(
    fc.record({
      ...detail,
      unit: fc.constantFrom(...UNITS, "person" as const),
      above: fc.option(fc.nat(5)),
    }),
    {
      maxLength: 6,
    },
  )
  .map((list) =>
    list.map(({ above, ...rest }, at) =>
      aGroup(groupIds[at]!, {
        ...rest,
        partOf: above !== null && above < at ? groupIds[above]! : null,
      }),
    ),
  );
const claimArb = (from: string[], groups: string[], events: string[]): fc.Arbitrary<Claim> =>
  fc
    .record({
      sourceId: fc.constantFrom(...from),
      field: fc.constantFrom("count", "count", ...CLAIM_FIELDS),
      groupId: fc.option(fc.constantFrom("", ...groups), { freq: 4 }),
      eventId: fc.option(fc.constantFrom("", ...events)),
      count,
      date,
      place: placeArb,
      modality: fc.constantFrom(...MODALITIES),
      status: fc.constantFrom(...STATUSES),
      scope: fc.constantFrom("whole", "whole", ...CLAIM_SCOPES),
      assessment: fc.constantFrom("accepted", ...ASSESSMENTS),
      acknowledged: fc.boolean(),
      words: text,
    })
    .map(({ words, groupId, eventId, ...rest }) => {
      const of = (field: Claim["field"]) => rest.field === field;
      return aClaim("", rest.sourceId, {
        ...rest,
        groupId: groupId || null,
        eventId: eventId || null,
        count: of("count") ? rest.count : null,
        date: of("date") ? rest.date : null,
        place: of("place") ? rest.place : null,
        modality: of("modality") ? rest.modality : null,
        status: of("status") ? rest.status : null,
        statement: words,
        quote: words,
        locator: words,
        scopeText: words,
      });
    })
    .filter(
      ({ field, groupId, eventId }) =>
        field === "statement" ||
        (field === "count" || field === "status" ? groupId !== null : eventId !== null),
    );
/** Numbers of the first group, its parts and the first event that lie near each other, so that few are often left. */
const nearArb = fc.array(
  fc.record({
    sourceId: fc.constantFrom("wire", ...OPEN),
    n: fc.constantFrom(27, 27, 25, 24, 20, 18, 9, 7),
    of: fc.constantFrom("whole", "part", "event"),
    assessment: fc.constantFrom("accepted", ...ASSESSMENTS),
    words: text,
  }),
  { maxLength: 5 },
);
const eventsArb = (groups: string[]) =>
  fc
    .array(
      fc.record({
        type: fc.constantFrom(...EVENT_TYPES),
        modality: fc.constantFrom(...MODALITIES),
        date: fc.option(date),
        places: fc.uniqueArray(placeArb, { maxLength: 2, selector: (p) => p.role + p.locationId }),
        description: text,
        groups: fc
          .subarray(groups, { maxLength: Math.min(3, groups.length) })
          .chain((ids) =>
            fc.tuple(...ids.map((groupId) => count.map((n) => ({ groupId, count: n })))),
          ),
      }),
      { maxLength: 4 },
    )
    .map((list) => list.map((event, at) => anEvent(eventIds[at]!, event)));
const documentArb = groupsArb
  .chain((groups) => {
    const ids = groups.map(({ id }) => id);
    return eventsArb(ids).chain((events) =>
      fc
        .record({
          counts: fc.tuple(...groups.map(() => count)),
          claims: fc.array(
            claimArb(
              [...OPEN, ...OPEN, ...CLOSED],
              ids,
              events.map(({ id }) => id),
            ),
            { maxLength: 20 },
          ),
          near: nearArb,
        })
        .map(({ counts, claims, near }) =>
          aDocument({
            groups: groups.map((group, at) => ({ ...group, count: counts[at] ?? group.count })),
            events,
            claims: [
              ...near.flatMap(({ sourceId, n, of, assessment, words }) => {
                const eventId = of === "event" ? (events[0]?.id ?? null) : null;
                const rest = {
                  field: "count",
                  count: exactly(n),
                  assessment,
                  quote: words,
                } as const;
                const scope = of === "part" ? of : "whole";
                return ids
                  .slice(0, 1)
                  .map((groupId) =>
                    aClaim("", sourceId, { ...rest, groupId, eventId, scope, scopeText: words }),
                  );
              }),
              ...claims,
            ].map((claim, at) => ({ ...claim, id: `c${at}` })),
          }),
        ),
    );
  })
  .filter((doc) => checkIncident(doc).length === 0);

const isRestricted = ({ sourceId, assessment }: Claim) =>
  !OPEN.includes(sourceId) || assessment === "rejected";

describe("what is disclosed of any incident", () => {
  it("is a valid incident whose sources and places are all there", () => {
    fc.assert(
      fc.property(documentArb, (doc) => {
        const { document, sources: open, locationIds } = disclose(doc, sources, places);
        expect(incidentDocumentSchema.parse(document)).toEqual(document);
        expect(checkIncident(document)).toEqual([]);
        const named = new Map(locationIds.map((id) => [id, places.get(id)!]));
        expect(checkReferences(document, open, named)).toEqual([]);
        for (const { parentId } of named.values())
          if (parentId !== null) expect(locationIds).toContain(parentId);
        for (const { id, ref, ...source } of open.values()) {
          expect(sourceSchema.parse(source)).toEqual(source);
          expect([id, ref]).toEqual([sources.get(id)?.id, sources.get(id)?.ref]);
          for (const from of source.derivedFrom) expect(open.has(from)).toBe(true);
        }
      }),
    );
  });

  it("is disclosed whole when disclosed again", () => {
    fc.assert(
      fc.property(documentArb, (doc) => {
        const once = disclose(doc, sources, places);
        const twice = disclose(once.document, once.sources, places);
        expect(publicText(twice)).toBe(publicText(once));
      }),
      { numRuns: 200 },
    );
  });

  it("does not depend on the order in which sources and places are handed over", () => {
    fc.assert(
      fc.property(documentArb, (doc) => {
        const turned = disclose(
          doc,
          new Map([...sources].reverse()),
          new Map([...places].reverse()),
        );
        expect(publicText(turned)).toBe(shown(doc));
      }),
    );
  });

  it("holds only claims of open sources that nobody rejected, and no quote of a source that may not be quoted", () => {
    fc.assert(
      fc.property(documentArb, (doc) => {
        const given = new Map(doc.claims.map((claim) => [claim.id, claim]));
        for (const claim of disclose(doc, sources, places).document.claims) {
          expect(isRestricted(given.get(claim.id)!)).toBe(false);
          if (claim.sourceId === "paper") expect(claim.quote).toBe("");
        }
      }),
    );
  });
});

/** Whatever may change in the restricted part of an incident and its sources. */
type Change = {
  claims: { claim: Claim; at: number }[];
  counts: Group["count"][];
  typed: Pick<IncidentEvent, "modality" | "date" | "places">[];
  details: Pick<Group, "ageBand" | "sex" | "circumstances" | "label" | "role" | "nationality">[];
  hiddenGroups: number;
  hiddenEvents: number;
  words: string;
};
const changeArb: fc.Arbitrary<Change> = fc.record({
  claims: fc.array(
    fc.record({
      claim: claimArb([...CLOSED, ...OPEN], groupIds, eventIds).map((claim) => ({
        ...claim,
        assessment: OPEN.includes(claim.sourceId) ? ("rejected" as const) : claim.assessment,
      })),
      at: fc.nat(20),
    }),
    { maxLength: 8 },
  ),
  counts: fc.array(count, { minLength: 10, maxLength: 10 }),
  typed: fc.array(
    fc.record({
      modality: fc.constantFrom(...MODALITIES),
      date: fc.option(date),
      places: fc.array(placeArb, { maxLength: 1 }),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  details: fc.array(fc.record(detail), { minLength: 6, maxLength: 6 }),
  hiddenGroups: fc.nat(2),
  hiddenEvents: fc.nat(2),
  words: fc.string({ maxLength: 20 }),
});

function changed(doc: IncidentDocument, change: Change): IncidentDocument {
  const open = doc.claims.filter((claim) => !isRestricted(claim));
  const [spokenGroups, spokenEvents] = [
    new Set(open.map(({ groupId }) => groupId)),
    new Set(open.map(({ eventId }) => eventId)),
  ];
  const groups = doc.groups.map((group, at) => ({
    ...group,
    ...(spokenGroups.has(group.id) ? {} : change.details[at]),
    count: change.counts[at]!,
  }));
  const hidden = Array.from({ length: change.hiddenGroups }, (_, at) =>
    aGroup(`hidden${at}`, { ...change.details[at], partOf: groups[at]?.id ?? null }),
  );
  const events = doc.events
    .filter(({ id }, at) => spokenEvents.has(id) || at % 2 === 0)
    .map((event, at) => ({
      ...event,
      ...change.typed[at]!,
      ...(spokenEvents.has(event.id) ? {} : { description: change.words.trim() }),
      groups: [
        ...event.groups.map(({ groupId }, at) => ({ groupId, count: change.counts[at + 4]! })),
        // Beside a group that the public knows, a hidden one may be named or not.
        ...(event.groups.some(({ groupId }) => spokenGroups.has(groupId)) ? hidden : []).map(
          ({ id }, at) => ({ groupId: id, count: change.counts[at]! }),
        ),
      ],
    }));
  const more = Array.from({ length: change.hiddenEvents }, (_, at) =>
    anEvent(`unseen${at}`, {
      ...change.typed[at],
      groups: hidden.map(({ id }) => ({ groupId: id, count: exactly(1) })),
    }),
  );
  const there = new Set([...groups, ...hidden, ...events, ...more].map(({ id }) => id));
  const claims = [...open];
  change.claims
    .filter(
      ({ claim }) =>
        (claim.groupId === null || there.has(claim.groupId)) &&
        (claim.eventId === null || there.has(claim.eventId)),
    )
    .forEach(({ claim, at }, index) => {
      claims.splice(at, 0, { ...claim, id: `new${index}` });
    });
  for (const { id } of hidden)
    claims.push(
      aClaim(`of-${id}`, "testimony", { groupId: id, field: "count", count: exactly(2) }),
    );
  for (const { id } of more)
    claims.push(aClaim(`of-${id}`, "letter", { eventId: id, quote: change.words }));
  return { ...doc, groups: [...hidden, ...groups], events: [...events, ...more], claims };
}

function changedSources({ words, counts, claims }: Change): Map<string, StoredSource> {
  const next = new Map<string, StoredSource>();
  for (const source of [...sources.values()].reverse()) {
    const isClosed = CLOSED.includes(source.id);
    if (source.id === "letter" && claims.length === 0) continue;
    next.set(source.id, {
      ...source,
      ...(isClosed ? { publisher: words, title: words, reliability: "A" as const } : {}),
      ...(source.id === "copy" ? { derivedFrom: ["letter", "wire"] } : {}),
      storedText: words,
      accessed: "2024-01-01",
      archivedUrl: `https://archive.example/${counts[0]?.low}`,
    });
  }
  return next;
}

describe("nothing restricted can be told from what is disclosed", () => {
  type Rule = (doc: IncidentDocument, from: ReadonlyMap<string, StoredSource>) => string;
  const isSame = (rule: Rule, doc: IncidentDocument, change: Change) =>
    rule(doc, sources) === rule(changed(doc, change), changedSources(change));

  // Random figures may be larger than their whole; what is disclosed holds none of them.
  const COUNTED = new Set(["group.part_above_whole", "event.more_than_group"]);

  it("whatever changes in it, no byte does", () => {
    fc.assert(
      fc.property(documentArb, changeArb, (doc, change) => {
        expect(
          checkIncident(changed(doc, change)).filter(({ code }) => !COUNTED.has(code)),
        ).toEqual([]);
        expect(isSame(shown, doc, change)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
  // Each breaks the rule in one way, to show that the property above would find it.
  const leaks: [
    string,
    (doc: IncidentDocument, from: ReadonlyMap<string, StoredSource>) => unknown,
  ][] = [
    ["how many claims there are", (doc) => doc.claims.length],
    ["an editor's figure", (doc) => doc.groups.find(({ id }) => id === "g0")?.count],
    ["an editor's figure of an event", (doc) => doc.events[0]?.groups[0]?.count],
    ["an editor's date", (doc) => doc.events.map(({ date: typed }) => typed)],
    ["an editor's modality", (doc) => doc.events.map(({ modality }) => modality)],
    ["a place typed", (doc) => doc.events.map(({ places: typed }) => typed)],
    ["a restricted publisher", (_, from) => from.get("testimony")?.publisher],
    ["what a copy copies", (_, from) => from.get("copy")?.derivedFrom],
    ["a stored text", (_, from) => from.get("wire")?.storedText],
    ["when it was looked at", (_, from) => from.get("wire")?.accessed],
    ["a group only a testimony speaks of", (doc) => doc.groups.length],
    ["an event only a letter speaks of", (doc) => doc.events.length],
    ["the headline of all claims", (doc) => headlineOf(doc, new Map(), places).persons],
    ["what was withheld", (doc, from) => disclose(doc, from, places).withheld],
  ];
  it.each(leaks)("control: a rule that tells %s is found out", (_, leak) => {
    const rule = (doc: IncidentDocument, from: ReadonlyMap<string, StoredSource>) =>
      shown(doc, from) + JSON.stringify(leak(doc, from));
    const tried = fc.sample(fc.tuple(documentArb, changeArb), { numRuns: 100, seed: 1 });
    expect(tried.some(([doc, change]) => !isSame(rule, doc, change))).toBe(true);
  });

  it("a word that stands only in restricted fields appears nowhere", () => {
    const canary = "zzcanary";
    fc.assert(
      fc.property(documentArb, (doc) => {
        const marked = (claim: Claim): Claim =>
          isRestricted(claim)
            ? {
                ...claim,
                id: canary + claim.id,
                statement: canary,
                quote: canary,
                locator: canary,
                scopeText: canary,
                date: claim.date && { ...claim.date, text: canary },
              }
            : { ...claim, quote: claim.sourceId === "paper" ? canary : claim.quote };
        const claims = doc.claims.map(marked);
        const spoken = (key: "groupId" | "eventId", id: string) =>
          claims.some((claim) => !isRestricted(claim) && claim[key] === id);
        const secret = new Map(
          [...sources.values()].map((source) => [
            source.id,
            {
              ...source,
              ...(CLOSED.includes(source.id)
                ? {
                    ref: canary,
                    publisher: canary,
                    title: canary,
                    url: `https://${canary}.example`,
                    licence: canary,
                  }
                : {}),
              storedText: canary,
              archivedUrl: `https://${canary}.example`,
            },
          ]),
        );
        const output = shown(
          {
            ...doc,
            groups: doc.groups.map((group) => ({
              ...group,
              label: spoken("groupId", group.id) ? group.label : canary,
            })),
            events: doc.events.map((event) => ({
              ...event,
              date: event.date && { ...event.date, text: canary },
              description: spoken("eventId", event.id) ? event.description : canary,
            })),
            claims,
          },
          secret,
        );
        expect(output).not.toContain(canary);
        for (const id of CLOSED) expect(output).not.toContain(id);
      }),
    );
  });
});

describe("small groups", () => {
  const few = (low: number | null | undefined) => low == null || low < 5;
  const below = (group: Group, doc: IncidentDocument): Group[] => [
    group,
    ...doc.groups.filter(({ partOf }) => partOf === group.id).flatMap((part) => below(part, doc)),
  ];
  const isMany = (group: Group, doc: IncidentDocument, { groups }: Headline) =>
    !few(groups[group.id]?.count.low) ||
    (groups[group.id]?.count.low === null &&
      below(group, doc).some(
        ({ id, unit }) =>
          !few(groups[id]?.count.low) && (group.unit === "person" || unit === "family"),
      ));

  it("keep no sex, no fine age, no circumstances, no words and no place below a province", () => {
    fc.assert(
      fc.property(documentArb, (doc) => {
        const { document, sources: open } = disclose(doc, sources, places);
        const facts = factsOf(open);
        const headline = headlineOf(document, facts, places);
        const small = new Set(
          document.groups.filter((g) => !isMany(g, document, headline)).map(({ id }) => id),
        );
        const tops = document.groups.filter(({ partOf }) => partOf === null);
        const everybodyIsMany = tops.length > 0 && tops.every(({ id }) => !small.has(id));
        for (const group of document.groups)
          if (small.has(group.id)) {
            expect(group).toMatchObject({ sex: null, circumstances: [], label: "" });
            expect([null, "0-17", "18+"]).toContain(group.ageBand);
          }
        for (const event of document.events) {
          const concerned = Object.values(headline.events[event.id]!.counts);
          const isSmall =
            event.groups.length === 0
              ? !everybodyIsMany
              : event.groups.some(({ groupId }) => small.has(groupId)) ||
                concerned.some((n) => !isUnknownCount(n) && few(n.low));
          if (!isSmall) continue;
          expect(event.description).toBe("");
          for (const { locationId } of headline.events[event.id]!.places)
            expect(["country", "province"]).toContain(places.get(locationId)?.kind);
          for (const claim of document.claims)
            if (claim.eventId === event.id) {
              expect(claim).toMatchObject({ quote: "", locator: "", statement: "", scopeText: "" });
              expect(claim.date?.text ?? "").toBe("");
              if (claim.place) expect(places.get(claim.place.locationId)?.localityId).toBeNull();
            }
        }
        for (const claim of document.claims) {
          if (small.has(claim.groupId ?? ""))
            expect(claim).toMatchObject({ quote: "", locator: "", statement: "", scopeText: "" });
          if (claim.groupId === null && claim.eventId === null && !everybodyIsMany) {
            expect(claim).toMatchObject({ quote: "", locator: "", scopeText: "" });
            if (tops.every(({ id }) => small.has(id))) expect(claim.statement).toBe("");
          }
        }
      }),
    );
  });

  it("never have a number of their own where they are parts", () => {
    fc.assert(
      fc.property(documentArb, (doc) => {
        const { document, sources: open } = disclose(doc, sources, places);
        const facts = new Map(
          [...open].map(([id, s]) => [id, { ...s, derived: s.derivedFrom.length > 0 }]),
        );
        const headline = headlineOf(document, facts, places);
        for (const group of document.groups)
          if (group.partOf !== null && !isMany(group, document, headline))
            expect(
              document.claims.filter((c) => c.groupId === group.id && c.count !== null),
            ).toEqual([]);
      }),
    );
  });

  /** The number that one claim alone gives, exactly. */
  const exact = (claims: Claim[]) => {
    const { low = null, high = null } = claims[0]?.count ?? {};
    return claims.length === 1 && low === high ? low : null;
  };
  const ofWhole = (claims: Claim[], group: Group) =>
    exact(
      claims.filter(
        (c) => c.groupId === group.id && c.eventId === null && c.scope !== "part" && c.count,
      ),
    );
  const ofParts = (claims: Claim[], group: Group) =>
    claims.flatMap((c) =>
      c.groupId === group.id && c.eventId === null && c.scope === "part" ? (exact([c]) ?? []) : [],
    );
  /** What a reader may take for the numbers of one telling: a source's, and the editor's choice. */
  const tellings: ((claim: Claim) => boolean)[] = [
    ...OPEN.map((id) => (claim: Claim) => claim.sourceId === id),
    ({ assessment }) => assessment === "accepted",
  ];

  it("cannot be reckoned from the numbers of a whole and of its parts, groups or not", () => {
    fc.assert(
      fc.property(documentArb, (doc) => {
        const { document } = disclose(doc, sources, places);
        for (const telling of tellings)
          for (const whole of document.groups) {
            const claims = document.claims.filter(telling);
            const all = ofWhole(claims, whole);
            const groups = document.groups.flatMap((part) =>
              part.partOf === whole.id && part.unit === whole.unit
                ? (ofWhole(claims, part) ?? [])
                : [],
            );
            const deeper = below(whole, document)
              .filter(({ unit }) => unit === whole.unit)
              .flatMap((part) => ofParts(claims, part));
            const own = ofParts(claims, whole);
            if (all === null) continue;
            for (const parts of [...[...groups, ...deeper].map((n) => [n]), groups, own]) {
              const rest = all - parts.reduce((sum, n) => sum + n, 0);
              expect(parts.length === 0 || rest <= 0 || rest >= 5, `${all} less ${parts}`).toBe(
                true,
              );
            }
          }
      }),
      { numRuns: 400 },
    );
  });

  it("are not told of by the number, the words or the place of an event that took the others", () => {
    fc.assert(
      fc.property(documentArb, (doc) => {
        const { document } = disclose(doc, sources, places);
        const given = doc.claims.filter((claim) => !isRestricted(claim));
        for (const telling of tellings)
          for (const whole of document.groups) {
            const all = ofWhole(document.claims.filter(telling), whole);
            if (all === null || all < 5) continue;
            const concerned = new Set(
              below(whole, document).flatMap(({ id, unit }) => (unit === whole.unit ? [id] : [])),
            );
            const took = given.filter((claim) => {
              const n = telling(claim) && claim.eventId !== null ? exact([claim]) : null;
              return concerned.has(claim.groupId ?? "") && n !== null && all - n > 0 && all - n < 5;
            });
            for (const { id, eventId } of took) {
              const claim = document.claims.find((c) => c.id === id);
              // Where the claim was joined with others, or keeps no number, nothing is left to reckon with.
              if (!claim?.count) continue;
              expect(claim.count).toMatchObject({ low: 1, best: null });
              expect(claim.count.high ?? all).toBeGreaterThanOrEqual(5);
              expect(document.events.find((e) => e.id === eventId)?.description).toBe("");
              for (const about of document.claims.filter((c) => c.eventId === eventId)) {
                expect(about).toMatchObject({
                  quote: "",
                  locator: "",
                  statement: "",
                  scopeText: "",
                });
                expect(about.date?.text ?? "").toBe("");
                if (about.place) expect(places.get(about.place.locationId)?.localityId).toBeNull();
              }
            }
          }
      }),
      { numRuns: 400 },
    );
  });

  it("that an event left behind are not said to have been taken", () => {
    fc.assert(
      fc.property(documentArb, (doc) => {
        const { document, sources: open } = disclose(doc, sources, places);
        const facts = factsOf(open);
        const count = { low: null, best: null, high: null };
        const supported = {
          ...doc,
          groups: doc.groups.map((group) => ({ ...group, count })),
          events: doc.events.map((event) => ({
            ...event,
            groups: event.groups.map(({ groupId }) => ({ groupId, count })),
          })),
          claims: doc.claims.filter((claim) => !isRestricted(claim)),
        };
        const [inside, outside] = [supported, document].map((d) => headlineOf(d, facts, places));
        const isSome = (headline: Headline, eventId: string, groupId: string) => {
          const { high, best } = headline.events[eventId]!.counts[groupId]!;
          const whole = headline.groups[groupId]!.count;
          return (high ?? best ?? Infinity) < (whole.low ?? whole.best ?? 0);
        };
        // What becomes of parts is told above; only a whole keeps its number for certain.
        const isCounted = (id: string) =>
          document.groups.some(
            (group) => group.id === id && !group.partOf && outside!.groups[id]!.count.low !== null,
          );
        for (const event of document.events)
          for (const { groupId } of event.groups)
            if (isSome(inside!, event.id, groupId) && isCounted(groupId))
              expect(isSome(outside!, event.id, groupId)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe("public claims alone carry what is disclosed", () => {
  it("totals never exceed what they say", () => {
    fc.assert(
      fc.property(documentArb, (doc) => {
        const { document, sources: open } = disclose(doc, sources, places);
        const facts = new Map(
          [...open].map(([id, s]) => [id, { ...s, derived: s.derivedFrom.length > 0 }]),
        );
        const { persons, helpers, families } = headlineOf(document, facts, places);
        const most = (keep: (group: Group) => boolean, bound: "low" | "high") =>
          doc.groups
            .filter(keep)
            .map(({ id }) =>
              doc.claims.flatMap((c) =>
                !isRestricted(c) && c.groupId === id && c.eventId === null && c.scope !== "part"
                  ? (c.count?.[bound] ?? [])
                  : [],
              ),
            )
            .reduce((sum, said) => sum + Math.max(0, ...said), 0);
        for (const bound of ["low", "high"] as const) {
          const whole = ({ partOf, unit }: Group) => partOf === null && unit === "person";
          const of = (role: boolean) =>
            most((g) => whole(g) && (g.role === "helper") === role, bound);
          expect(persons[bound] ?? 0).toBeLessThanOrEqual(of(false));
          expect(helpers[bound] ?? 0).toBeLessThanOrEqual(of(true));
          expect(families[bound] ?? 0).toBeLessThanOrEqual(
            most(({ unit }) => unit === "family", bound),
          );
        }
      }),
    );
  });

  it("no more independent publishers stand behind it than inside", () => {
    fc.assert(
      fc.property(documentArb, (doc) => {
        const { document, sources: open } = disclose(doc, sources, places);
        const [outside, inside] = [
          headlineOf(document, factsOf(open), places),
          headlineOf(doc, factsOf(sources), places),
        ];
        expect(outside.independentSources).toBeLessThanOrEqual(inside.independentSources);
        expect(outside.sources).toBeLessThanOrEqual(inside.sources);
      }),
    );
  });
});
