import { describe, expect, it } from "vitest";
import messages from "../../messages/en.json";
import { citedFacts } from "../cited-facts";
import { headlineOf } from "../headline";
import type { CitedSource, IncidentView } from "../incident-view";
import { aClaim, aDocument, aGroup, anEvent, days, exactly } from "../testing-documents";
import { sayFrom } from "../testing-say";
import { buildCaseSummary } from "./build-case-summary";
import { caseSummaryMarkdown } from "./case-summary-markdown";
import type { SummaryReader } from "./summary-context";

const say = sayFrom(messages);

function aCited(id: string, rest: Partial<CitedSource> = {}): CitedSource {
  return {
    id,
    ref: `SRC-${id}`,
    kind: "news",
    publisher: id,
    title: `What ${id} says`,
    url: "",
    language: "en",
    published: days("2014-07-23", "2014-07-23"),
    accessed: null,
    archivedUrl: "",
    licence: "",
    quotable: true,
    derivedFrom: [],
    reliability: "B",
    access: "public",
    ...rest,
  };
}

const SOURCES = [
  aCited("Paper", { derivedFrom: ["Wire"] }),
  aCited("Wire", { url: "https://wire.example/1", access: "restricted" }),
];

function view(rest: Partial<IncidentView> = {}): IncidentView {
  const document = aDocument({
    title: "Twenty *held*",
    summary: "First.\n# Second.",
    groups: [aGroup("all", { nationality: "KP", label: "All" })],
    events: [
      anEvent("held", {
        date: days("2014-07-15", "2014-07-17"),
        groups: [{ groupId: "all", count: exactly(3) }],
      }),
    ],
    claims: [
      aClaim("a", "Wire", {
        field: "count",
        groupId: "all",
        count: exactly(20),
        quote: "a group of 20",
        locator: "paragraph 1",
        credibility: 2,
      }),
      aClaim("b", "Paper", { statement: "It was at night.", assessment: "rejected" }),
      aClaim("c", "Wire", {
        field: "date",
        eventId: "held",
        date: days("2014-07-15", "2014-07-15"),
        scope: "unknown",
      }),
    ],
  });
  return {
    ref: "INC-AAAAAA",
    version: 3,
    reviewStatus: "verified",
    publication: "internal",
    retractedReason: null,
    mergedInto: null,
    createdAt: 0,
    updatedAt: Date.UTC(2026, 10, 20),
    document,
    headline: headlineOf(document, citedFacts(SOURCES), new Map()),
    sources: SOURCES,
    locations: {},
    links: [],
    sameSource: [],
    notSame: [],
    ...rest,
  };
}

const NAMES = {
  group: { all: "All" },
  event: { held: "arrest" },
  place: { KP: "North Korea" },
  source: {},
};

function summary(reader: SummaryReader, rest: Partial<IncidentView> = {}) {
  return buildCaseSummary({
    view: view(rest),
    names: NAMES,
    reader,
    today: "2026-11-26",
    locale: "en",
    say,
    addressOf: (path) => `https://ledger.example${path}`,
  });
}

describe("the summary of a case", () => {
  it("has every claim, rejected ones too, with the number of its source, its words and how it is judged", () => {
    const { statements, sources } = summary("internal");
    expect(
      statements.map(({ source, about, value, statement, quote, judged }) => [
        source,
        about,
        value || statement,
        quote,
        judged,
      ]),
    ).toEqual([
      [1, "All", "how many: 20", "a group of 20", "accepted, credibility 2 – probably true"],
      [1, "arrest", "when: 15 Jul 2014 (may be a part)", "", "accepted"],
      [2, "The incident as a whole", "It was at night.", "", "rejected"],
    ]);
    expect(sources.map(({ number, citation, url }) => [number, citation, url])).toEqual([
      [1, "Wire, What Wire says, 23 Jul 2014", "https://wire.example/1"],
      [2, "Paper, What Paper says, 23 Jul 2014", ""],
    ]);
    expect(sources[1]!.remarks).toContain("copies 1");
  });

  it("tells a viewer of a restricted source its number alone, and says what is withheld", () => {
    const { sources, withheld } = summary("verified");
    expect(sources[0]).toMatchObject({ citation: "A restricted source", url: "" });
    expect(withheld.at(-2)).toBe(
      "One source is restricted: who it is, its words and where they stand are withheld to protect it.",
    );
  });

  it("tells the public the rule, and never whether anything was withheld", () => {
    const open = SOURCES.map((source) => ({ ...source, access: "public" as const }));
    expect(summary("public", { sources: open }).withheld).toEqual(summary("public").withheld);
  });

  it("is cited by the address of the edition where it is public, else as an unpublished record", () => {
    expect(summary("public").citation).toBe(
      "“Twenty *held*”, Detention Ledger, INC-AAAAAA, edition 3, 20 Nov 2026, https://ledger.example/incidents/INC-AAAAAA/editions/3, read on 26 Nov 2026.",
    );
    expect(summary("internal").citation).toContain("version 3, 20 Nov 2026, unpublished record");
  });

  it("says why an incident was retracted", () => {
    const rest = { reviewStatus: "retracted", retractedReason: "Not true." } as const;
    expect(summary("internal", rest).standing).toMatch(/retracted.*Reason: Not true\.$/);
  });

  it("is written as Markdown in which no text becomes markup, and nothing of it is missing", () => {
    const built = summary("internal");
    const text = caseSummaryMarkdown(built, say);
    for (const line of [
      "## Twenty \\*held\\*",
      "First.\n\n\\# Second.",
      "- **All:** 20 · seeking refuge, from North Korea",
      "- **15 Jul 2014** arrest: 3 of All \\[1\\]",
      "- \\[1\\] **All:** how many: 20 (paragraph 1) · accepted, credibility 2 – probably true\n  > a group of 20",
      "- \\[1\\] Wire, What Wire says, 23 Jul 2014 <https://wire.example/1>",
    ])
      expect(text).toContain(line);
    expect(text.endsWith("\n")).toBe(true);
  });
});
