import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkIncident } from "./check-incident";
import { headlineOf } from "./headline";
import type { IncidentDocument } from "./incident";
import { type MergeChoice, mergeCases } from "./merge-cases";
import { suggestMerge } from "./suggest-merge";
import {
  aClaim,
  aDocument,
  aGroup,
  anEvent,
  aSource,
  byId,
  days,
  exactly,
} from "./testing-documents";

const SOURCES = byId([aSource("voa"), aSource("chosun"), aSource("kbs")]);
const headline = (document: IncidentDocument) => headlineOf(document, SOURCES, new Map());
const side = (document: IncidentDocument) => ({ document, headline: headline(document) });

function ids(): () => string {
  let n = 0;
  return () => `new${++n}`;
}

function merged(kept: IncidentDocument, gone: IncidentDocument, choice?: MergeChoice) {
  return mergeCases(kept, gone, choice ?? suggestMerge(side(kept), side(gone)), ids());
}

/** A report of the July 2014 case: so many people, with helpers, arrested on those days. */
function report(source: string, people: number, helpers: number, from: string, to: string) {
  return aDocument({
    title: `As ${source} tells it`,
    groups: [
      aGroup("g1", { nationality: "KP" }),
      aGroup("g2", { role: "helper" }),
      aGroup("g3", { partOf: "g1", ageBand: "0-4", label: "An infant" }),
    ],
    events: [anEvent("e1", { groups: [{ groupId: "g1", count: exactly(people) }] })],
    claims: [
      aClaim("c1", source, { field: "count", groupId: "g1", count: exactly(people) }),
      aClaim("c2", source, { field: "count", groupId: "g2", count: exactly(helpers) }),
      aClaim("c3", source, {
        field: "date",
        eventId: "e1",
        date: days(from, to),
        quote: `${source} quoted`,
      }),
    ],
  });
}

const VOA = report("voa", 20, 6, "2014-07-14", "2014-07-20");
const CHOSUN = report("chosun", 29, 5, "2014-07-15", "2014-07-17");

describe("two incidents made one", () => {
  it("count the same people once, and say that their sources disagree", () => {
    const { document, issues } = merged(VOA, CHOSUN);
    expect(issues).toEqual([]);
    expect(checkIncident(document)).toEqual([]);
    expect(document.title).toBe("As voa tells it");
    expect(document.groups.map(({ id }) => id)).toEqual(["g1", "g2", "g3"]);
    expect(document.events.map(({ id }) => id)).toEqual(["e1"]);
    expect(headline(document)).toMatchObject({
      persons: { low: 20, high: 29 },
      helpers: { low: 5, high: 6 },
      disagreement: ["persons", "helpers"],
      independentSources: 2,
    });
  });

  it("count other people beside them, and a part of them not again", () => {
    const one = (as: MergeChoice["groups"][string]) =>
      headline(
        merged(VOA, CHOSUN, { groups: { g1: as, g2: { as: "same", groupId: "g2" } }, events: {} })
          .document,
      ).persons;
    expect(one({ as: "other" })).toEqual(exactly(49));
    expect(one({ as: "part", groupId: "g1" })).toEqual(exactly(20));
  });

  it("keep what is typed, and take over what is not known", () => {
    const kept = aDocument({
      title: "Kept",
      groups: [aGroup("g", { count: exactly(3), circumstances: ["child"] })],
      events: [anEvent("e", { date: days("2014-01-01", "2014-01-01"), description: "On a bus." })],
    });
    const gone = aDocument({
      title: "Gone",
      summary: "What happened.",
      groups: [
        aGroup("h", {
          nationality: "KP",
          count: exactly(5),
          circumstances: ["infant"],
          sex: "female",
        }),
      ],
      events: [
        anEvent("f", {
          description: "In the night.",
          places: [{ role: "at", locationId: "CN" }],
          groups: [{ groupId: "h", count: exactly(2) }],
        }),
      ],
    });
    expect(merged(kept, gone).document).toEqual({
      title: "Kept",
      summary: "What happened.",
      groups: [
        aGroup("g", {
          nationality: "KP",
          count: exactly(3),
          sex: "female",
          circumstances: ["infant", "child"],
        }),
      ],
      events: [
        anEvent("e", {
          date: days("2014-01-01", "2014-01-01"),
          description: "On a bus.\nIn the night.",
          places: [{ role: "at", locationId: "CN" }],
          groups: [{ groupId: "g", count: exactly(2) }],
        }),
      ],
      claims: [],
    });
  });

  it("hold what a source says word for word alike once", () => {
    const { document, claimIds } = merged(VOA, VOA);
    expect(document).toEqual(VOA);
    expect([...claimIds]).toEqual([
      ["c1", "c1"],
      ["c2", "c2"],
      ["c3", "c3"],
    ]);
  });

  it("refuse what would set two groups against each other, or claims under another event", () => {
    const twice: MergeChoice = {
      groups: { g1: { as: "same", groupId: "g1" }, g2: { as: "same", groupId: "g1" } },
      events: {},
    };
    expect(merged(VOA, CHOSUN, twice).issues).toEqual([
      { path: "groups.g2", code: "merge.group_twice" },
    ]);
    const release = { ...CHOSUN, events: [anEvent("e1", { type: "release" })] };
    const wrong: MergeChoice = {
      groups: { g1: { as: "part", groupId: "nowhere" } },
      events: { e1: "e1" },
    };
    expect(merged(VOA, release, wrong).issues).toEqual([
      { path: "groups.g1", code: "merge.group_unknown" },
      { path: "events.e1", code: "merge.event_type" },
    ]);
  });

  it("lose no claim, no quote and no source, and stay whole, whatever is chosen", () => {
    fc.assert(
      fc.property(documents("k"), documents("k"), choices(), (kept, gone, pick) => {
        const choice = pick(kept, gone);
        const { document, claimIds, issues } = merged(kept, gone, choice);
        fc.pre(issues.length === 0);
        expect(checkIncident(document).filter(({ code }) => !OF_NUMBERS.has(code))).toEqual([]);
        const after = new Map(document.claims.map((claim) => [claim.id, claim]));
        for (const claim of kept.claims) expect(after.get(claim.id)).toEqual(claim);
        for (const claim of gone.claims) {
          const there = after.get(claimIds.get(claim.id)!)!;
          const { id: _a, groupId: _b, eventId: _c, ...said } = claim;
          expect(there).toMatchObject(said);
          expect(there.groupId === null).toBe(claim.groupId === null);
          expect(there.eventId === null).toBe(claim.eventId === null);
        }
        expect(document.claims.length).toBeLessThanOrEqual(kept.claims.length + gone.claims.length);
      }),
      { numRuns: 300 },
    );
  });

  it("take no whole group for two, and are what is suggested without a refusal", () => {
    fc.assert(
      fc.property(documents("k"), documents("g"), (kept, gone) => {
        expect(merged(kept, gone).issues).toEqual([]);
      }),
    );
  });
});

/** Numbers that do not fit together are the person's to see and to settle. */
const OF_NUMBERS = new Set(["group.part_above_whole", "event.more_than_group"]);

function documents(name: string): fc.Arbitrary<IncidentDocument> {
  const one = fc.record({
    roles: fc.array(fc.constantFrom("seeking_refuge" as const, "helper" as const), {
      maxLength: 4,
    }),
    types: fc.array(fc.constantFrom("arrest" as const, "release" as const), { maxLength: 3 }),
    claims: fc.array(
      fc.record({
        source: fc.constantFrom("voa", "chosun"),
        at: fc.nat(3),
        people: fc.nat(3),
        quote: fc.constantFrom("", "said so"),
      }),
      { maxLength: 6 },
    ),
  });
  return one.map(({ roles, types, claims }) => {
    const groups = roles.map((role, at) =>
      aGroup(`${name}g${at}`, { role, partOf: at % 2 === 1 ? `${name}g${at - 1}` : null }),
    );
    const events = types.map((type, at) =>
      anEvent(`${name}e${at}`, {
        type,
        groups: groups.slice(0, 2).map(({ id }) => ({ groupId: id, count: exactly(1) })),
      }),
    );
    return aDocument({
      groups,
      events,
      claims: claims.map(({ source, at, people, quote }, n) => {
        const [group, event] = [groups[at], events[at]];
        const id = `${name}c${n}`;
        if (group)
          return aClaim(id, source, {
            field: "count",
            groupId: group.id,
            count: exactly(people),
            quote,
          });
        if (event)
          return aClaim(id, source, { field: "modality", eventId: event.id, modality: "denied" });
        return aClaim(id, source, { statement: "So it was.", quote });
      }),
    });
  });
}

function choices() {
  return fc
    .array(fc.nat(9), { minLength: 10, maxLength: 10 })
    .map((picks) => (kept: IncidentDocument, gone: IncidentDocument): MergeChoice => {
      const groups: Record<string, MergeChoice["groups"][string]> = {};
      for (const [at, { id }] of gone.groups.entries()) {
        const other = kept.groups[picks[at]! % 5];
        groups[id] = other
          ? { as: picks[at]! % 3 === 0 ? "part" : "same", groupId: other.id }
          : { as: "other" };
      }
      const events: Record<string, string | null> = {};
      for (const [at, { id }] of gone.events.entries())
        events[id] = kept.events[picks[at + 4]! % 4]?.id ?? null;
      return { groups, events };
    });
}
