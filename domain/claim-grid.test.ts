import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimGrid } from "./claim-grid";
import type { Claim } from "./incident";
import type { CitedSource } from "./incident-view";
import { aClaim, aGroup, anEvent, days, exactly } from "./testing-documents";
import { ASSESSMENTS, CLAIM_FIELDS } from "./vocabulary";

function cited(id: string, derivedFrom: string[] = []): CitedSource {
  return {
    id,
    ref: `SRC-${id}`,
    kind: "news",
    publisher: id,
    title: "",
    url: "",
    language: "en",
    published: null,
    accessed: null,
    archivedUrl: "",
    licence: "",
    quotable: false,
    derivedFrom,
    reliability: "B",
    access: "public",
  };
}

const voa = cited("voa");
const chosun = cited("chosun");
const first = cited("first copy", ["voa", "elsewhere"]);
const second = cited("second copy", ["chosun"]);
const sources = [voa, first, chosun, second];

const groups = [aGroup("helpers"), aGroup("people"), aGroup("infant", { partOf: "helpers" })];
const events = [anEvent("arrest"), anEvent("transfer")];
const grid = (claims: Claim[]) => claimGrid({ groups, events, claims }, sources);
const counted = (id: string, sourceId: string, n: number, rest: Partial<Claim> = {}) =>
  aClaim(id, sourceId, { field: "count", groupId: "people", count: exactly(n), ...rest });
/** The ids in each cell of the only row, entries in brackets, accepted ones with a star. */
const onlyRow = (claims: Claim[]) =>
  grid(claims).subjects[0]?.rows[0]?.cells.map((entries) =>
    entries
      .map(
        ({ claims, accepted }) => `${claims.map(({ id }) => id).join("+")}${accepted ? "*" : ""}`,
      )
      .join(" "),
  );

describe("the columns", () => {
  it("are the sources as cited, with the copies folded into one that names what they copy", () => {
    expect(grid([]).columns).toEqual([
      { sourceIds: ["voa"], isCopy: false, copyOf: [] },
      { sourceIds: ["chosun"], isCopy: false, copyOf: [] },
      { sourceIds: ["first copy", "second copy"], isCopy: true, copyOf: ["voa", "chosun"] },
    ]);
  });

  it("have no place for copies where there are none", () => {
    expect(claimGrid({ groups, events, claims: [] }, [voa]).columns).toHaveLength(1);
  });
});

describe("the rows", () => {
  it("stand by subject: groups with their parts, events, then the incident itself", () => {
    const claims = [
      aClaim("a", "voa"),
      aClaim("b", "voa", { eventId: "transfer", field: "modality", modality: "reported" }),
      aClaim("c", "voa", { eventId: "arrest", field: "date", date: days("2014-07-15", null) }),
      aClaim("d", "voa", { eventId: "arrest", field: "modality", modality: "reported" }),
      counted("e", "voa", 1, { eventId: "arrest" }),
      counted("f", "voa", 1, { groupId: "infant" }),
      counted("g", "voa", 6, { groupId: "helpers" }),
      counted("h", "voa", 20),
    ];
    expect(
      grid(claims).subjects.map(({ groupId, eventId, rows }) => [
        groupId ?? eventId,
        rows.map(({ field }) => field).join(" "),
      ]),
    ).toEqual([
      ["helpers", "count"],
      ["infant", "count"],
      ["people", "count"],
      ["arrest", "modality date count"],
      ["transfer", "modality"],
      [null, "statement"],
    ]);
  });

  it("keep apart how many an event concerned of each group", () => {
    const claims = [
      counted("a", "voa", 6, { eventId: "arrest", groupId: "people" }),
      counted("b", "voa", 1, { eventId: "arrest", groupId: "helpers" }),
    ];
    expect(grid(claims).subjects[0]?.rows.map(({ groupId }) => groupId)).toEqual([
      "helpers",
      "people",
    ]);
  });
});

describe("a cell", () => {
  it("shades what is accepted, and never a copy, not even alone", () => {
    expect(
      onlyRow([
        counted("a", "voa", 20, { assessment: "conflict" }),
        counted("b", "chosun", 29),
        counted("c", "first copy", 29),
      ]),
    ).toEqual(["a", "b*", "c"]);
    expect(onlyRow([counted("c", "first copy", 29)])).toEqual(["", "", "c"]);
  });

  it("does not shade a number that speaks of a part only", () => {
    expect(onlyRow([counted("a", "voa", 20, { scope: "part" })])).toEqual(["a", "", ""]);
  });

  it("says equal values once, and once more where the scope differs", () => {
    expect(
      onlyRow([
        counted("a", "first copy", 29),
        counted("b", "second copy", 29),
        counted("c", "second copy", 29, { scope: "unknown", scopeText: "Qingdao only?" }),
      ]),
    ).toEqual(["", "", "a+b c"]);
  });

  it("takes dates of the same days as one, whatever the words", () => {
    const dated = (id: string, text: string) =>
      aClaim(id, "voa", {
        field: "date",
        eventId: "arrest",
        date: { ...days("2014-07-15", "2014-07-17"), text },
      });
    expect(onlyRow([dated("a", "15–17 July"), dated("b", "2014-07-15/17")])).toEqual([
      "a+b*",
      "",
      "",
    ]);
  });
});

it("holds every claim exactly once", () => {
  const claim = fc
    .record({
      sourceId: fc.constantFrom(...sources.map(({ id }) => id)),
      groupId: fc.constantFrom(null, "people", "helpers", "infant"),
      eventId: fc.constantFrom(null, "arrest", "transfer"),
      field: fc.constantFrom(...CLAIM_FIELDS),
      assessment: fc.constantFrom(...ASSESSMENTS),
      statement: fc.constantFrom("", "one", "two"),
    })
    .map((rest) => aClaim("", rest.sourceId, rest));
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 30 }), (drawn) => {
      const claims = drawn.map((one, at) => ({ ...one, id: `c${at}` }));
      const shown = grid(claims)
        .subjects.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flat()))
        .flatMap((entry) => entry.claims.map(({ id }) => id));
      expect(shown.toSorted()).toEqual(claims.map(({ id }) => id).toSorted());
    }),
  );
});
