import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Claim, type IncidentDocument, incidentDocumentSchema } from "../incident";
import { MAPPING_FIELD_NAMES, type MappingFieldName } from "./mapping-fields";
import {
  readTestingRow,
  type TestingColumns,
  testingFaults,
  testingItem,
  testingMapping,
} from "./testing-mapping";

const countsOf = ({ groups, claims }: IncidentDocument) =>
  Object.fromEntries(
    groups.map(({ id, count }) => {
      const claim = claims.find(({ groupId, field }) => groupId === id && field === "count");
      const { low, best, high } = claim?.count ?? count;
      return [id, [low, best, high]];
    }),
  );
const claimOf = (document: IncidentDocument, field: Claim["field"]) =>
  document.claims.find((claim) => claim.field === field);

const SOURCED = { defaults: { source_publisher: "A newspaper" } };

describe("a row of a foreign table", () => {
  it("becomes an incident whose facts are claims of its source", () => {
    const { document, newSources } = testingItem(
      { when: "15.07.2014", town: "Tumen", country: "China", n: "18" },
      testingMapping(
        { when: "date", town: "place", country: "country", n: "persons" },
        { ...SOURCED, dateOrder: "day_month_year" },
      ),
    );
    const [{ key } = { key: "" }] = newSources;
    expect(newSources.map(({ source }) => source.publisher)).toEqual(["A newspaper"]);
    expect(document.events).toEqual([
      {
        id: "e:main",
        type: "arrest",
        modality: "reported",
        date: null,
        places: [],
        description: "",
        groups: [{ groupId: "g:persons", count: { low: null, best: null, high: null } }],
      },
    ]);
    expect(document.claims.map(({ field, sourceId }) => [field, sourceId === key])).toEqual([
      ["count", true],
      ["modality", true],
      ["date", true],
      ["place", true],
    ]);
    expect(claimOf(document, "date")?.date).toEqual({
      text: "15.07.2014",
      earliest: "2014-07-15",
      latest: "2014-07-15",
      kind: "within",
      basis: "stated",
      precision: 1,
    });
    expect(claimOf(document, "place")?.place).toEqual({ role: "at", locationId: "CN-JL/tumen" });
    expect(claimOf(document, "count")?.count).toEqual({ low: 18, best: 18, high: 18 });
  });

  it("is the editor's own where nothing is cited", () => {
    const { document } = testingItem(
      { when: "2014-07", n: "about 20" },
      testingMapping({ when: "date", n: "persons" }),
    );
    expect(document.claims).toEqual([]);
    expect(document.events[0]?.date).toMatchObject({
      earliest: "2014-07-01",
      latest: "2014-07-31",
    });
    expect(document.groups[0]?.count).toEqual({ low: null, best: 20, high: null });
  });

  it("keeps what no field holds, by header", () => {
    const { kept } = testingItem(
      { id: "7", n: "3", died: "0", note: "NA", empty: "", __proto__x: "y" },
      testingMapping({ id: "external_id", n: "persons", died: "persons_died", note: null }),
    );
    expect(kept).toEqual({ id: "7", died: "0", note: "NA", __proto__x: "y" });
  });

  it("leaves out what it is told to leave out", () => {
    const { kept, document } = testingItem(
      { name: "Somebody", n: "1" },
      testingMapping({ name: "left_out", n: "persons" }, { defaults: { title: "A case, {name}" } }),
    );
    expect(kept).toEqual({});
    expect(document.title).toBe("A case");
  });

  it("has what is missing as unknown, never as zero or the first of January 1970", () => {
    const { document } = testingItem(
      { when: "NA", n: "-", died: "неизвестно", place: "unknown" },
      testingMapping({ when: "date", n: "persons", died: "persons_died", place: "place" }, SOURCED),
    );
    expect(document.groups).toEqual([]);
    expect(document.claims.map(({ field }) => field)).toEqual(["modality"]);
  });

  it("names everything that is wrong with it, at once", () => {
    expect(
      testingFaults(
        { when: "03/04/2011", since: "05.06.11", n: "-4", place: "Atlantis", type: "vanishing" },
        testingMapping({
          when: "date",
          since: "status_date",
          n: "persons",
          place: "place",
          type: "event_type",
        }),
      ),
    ).toEqual([
      "when: date.ambiguous “03/04/2011”",
      "place: place.not_found “Atlantis”",
      "n: count.negative “-4”",
      "type: value.not_in_list “vanishing”",
      "since: date.two_digit_year “05.06.11”",
    ]);
  });
});

describe("the parts of a row's people", () => {
  const columns: TestingColumns = {
    total: "persons",
    dead: "persons_died",
    missing: "persons_disappeared",
    saved: "others_survived",
    women: "female",
    minors: "minors",
  };
  const mapping = testingMapping(columns, { defaults: { ...SOURCED.defaults, event_type: "" } });

  it("are groups within it, each with what happened to it alone", () => {
    const { document } = testingItem(
      { total: "9", dead: "7", missing: "2", saved: "8", women: "1", minors: "NA" },
      mapping,
    );
    expect(countsOf(document)).toEqual({
      "g:persons": [9, 9, 9],
      "g:female": [1, 1, 1],
      "g:persons_died": [7, 7, 7],
      "g:persons_disappeared": [2, 2, 2],
      "g:others_survived": [8, 8, 8],
    });
    expect(document.groups.map(({ id, partOf }) => [id, partOf])).toContainEqual([
      "g:others_survived",
      null,
    ]);
    expect(document.events.map(({ type, groups }) => [type, groups[0]?.groupId])).toEqual([
      ["death", "g:persons_died"],
      ["disappearance", "g:persons_disappeared"],
    ]);
  });

  it("that are none make no group and no event, and come out again", () => {
    const { document, kept } = testingItem(
      { total: "7", dead: "7", missing: "0", saved: "0", women: "", minors: "" },
      mapping,
    );
    expect(document.events.map(({ type }) => type)).toEqual(["death"]);
    expect(kept).toEqual({ missing: "0", saved: "0" });
  });

  it("are at least as many as the whole where no total is given", () => {
    const { document } = testingItem({ dead: "7", missing: "2", women: "3" }, mapping);
    expect(countsOf(document)["g:persons"]).toEqual([9, null, null]);
  });

  it("that are more than the whole are claims to be worked on, or a fault where nobody says so", () => {
    const cells = { total: "1", dead: "1", women: "28" };
    const { document } = testingItem(cells, mapping);
    expect(document.claims.filter((claim) => claim.assessment === "work_needed")).toMatchObject([
      { groupId: "g:female", count: { best: 28 } },
    ]);
    expect(testingFaults(cells, testingMapping(columns))).toEqual([
      "women: group.part_above_whole “28”",
    ]);
  });

  it.each([
    ["Eritrea,Ethiopia", ["ER", "ET"]],
    ["Eritrea,Unknown", ["ER"]],
    ["Eritrea,Mixed", ["ER"]],
  ])("of several nationalities, or one and others, are of unknown size: %s", (of, parts) => {
    const { document } = testingItem(
      { total: "9", of },
      {
        ...mapping,
        values: { nationality: { Mixed: "" } },
        columns: [
          { header: "total", field: "persons", separator: "" },
          { header: "of", field: "nationality", separator: "," },
        ],
      },
    );
    expect(document.groups.map(({ nationality, partOf }) => [nationality, partOf])).toEqual([
      [null, null],
      ...parts.map((part) => [part, "g:persons"]),
    ]);
    expect(Object.keys(countsOf(document))).toHaveLength(parts.length + 1);
  });
});

describe("the date of a row", () => {
  const dateOf = (cells: Record<string, string>, columns: TestingColumns, more: object = {}) => {
    const { document } = testingItem(cells, testingMapping(columns, more));
    const date = document.events[0]?.date;
    return date && [date.earliest, date.latest, date.text];
  };

  it("is put together of year, month and day", () => {
    const columns: TestingColumns = { y: "date_year", m: "date_month", d: "date_day" };
    expect(dateOf({ y: "2014", m: "7", d: "5" }, columns)).toEqual([
      "2014-07-05",
      "2014-07-05",
      "2014-07-05",
    ]);
    expect(dateOf({ y: "2014", m: "7", d: "" }, columns)).toEqual([
      "2014-07-01",
      "2014-07-31",
      "2014-07",
    ]);
    expect(dateOf({ y: "2014", m: "July", d: "" }, columns)).toEqual([
      "2014-07-01",
      "2014-07-31",
      "July 2014",
    ]);
    expect(dateOf({ y: "2014.0", m: "", d: "" }, columns)).toEqual([
      "2014-01-01",
      "2014-12-31",
      "2014",
    ]);
    expect(dateOf({ y: "", m: "", d: "" }, columns)).toBeNull();
    expect(testingFaults({ y: "", m: "7", d: "" }, testingMapping(columns))).toEqual([
      "m: date.year_missing “7”",
    ]);
  });

  it("has an earliest and a latest day", () => {
    const columns: TestingColumns = {
      from: "date_earliest",
      to: "date_latest",
      words: "date_text",
    };
    expect(dateOf({ from: "2014-07-15", to: "2014-07-17", words: "" }, columns)).toEqual([
      "2014-07-15",
      "2014-07-17",
      "2014-07-15 – 2014-07-17",
    ]);
    expect(dateOf({ from: "", to: "2014-07-17", words: "by then" }, columns)).toEqual([
      null,
      "2014-07-17",
      "by then",
    ]);
    expect(
      testingFaults({ from: "2014-07-18", to: "2014-07-17" }, testingMapping(columns)),
    ).toEqual(["to: date.reversed “2014-07-17”"]);
  });

  it("is not another one than its parts say", () => {
    expect(
      testingFaults(
        { when: "2014-07-15", y: "2015" },
        testingMapping({ when: "date", y: "date_year" }),
      ),
    ).toEqual(["when: date.parts_differ “2014-07-15”"]);
  });
});

describe("the places of a row", () => {
  const columns: TestingColumns = { c: "country", p: "province", t: "place" };
  const placesOf = (cells: Record<string, string>, more: object = {}) =>
    testingItem(cells, testingMapping(columns, more)).document.events[0]?.places.map(
      ({ locationId }) => locationId,
    );

  it("are the most precise it names", () => {
    expect(placesOf({ c: "China", p: "", t: "图们" })).toEqual(["CN-JL/tumen"]);
    expect(placesOf({ c: "중국", p: "Liaoning", t: "" })).toEqual(["CN-LN"]);
    expect(placesOf({ c: "cn", p: "", t: "" })).toEqual(["CN"]);
    expect(placesOf({ c: "", p: "", t: "Tumen, Jilin" })).toEqual(["CN-JL/tumen"]);
  });

  it("are told from namesakes by the country, stated or by default", () => {
    expect(placesOf({ c: "Russia", p: "", t: "Tumen" })).toEqual(["RU-TYU/tumen"]);
    expect(placesOf({ c: "", p: "", t: "Tumen" }, { defaults: { country: "CN" } })).toEqual([
      "CN-JL/tumen",
    ]);
    expect(testingFaults({ c: "", p: "", t: "Tumen" }, testingMapping(columns))).toEqual([
      "t: place.ambiguous “Tumen”",
    ]);
    expect(testingFaults({ c: "Russia", p: "", t: "Dandong" }, testingMapping(columns))).toEqual([
      "t: place.elsewhere “Dandong”",
    ]);
  });

  it("are the default's where it names none", () => {
    expect(placesOf({ c: "", p: "", t: "" }, { defaults: { country: "KP" } })).toEqual(["KP"]);
    expect(placesOf({ c: "Russia", p: "", t: "" }, { defaults: { place: "CN-JL/tumen" } })).toEqual(
      ["RU"],
    );
  });

  it("that are in no gazetteer go into the description, once that is decided", () => {
    const { document, kept } = testingItem(
      { c: "China", p: "", t: "a guest house" },
      testingMapping(columns, { values: { place: { "a guest house": "" } } }),
    );
    expect(document.events[0]).toMatchObject({
      description: "t: a guest house",
      places: [{ locationId: "CN" }],
    });
    expect(kept).toEqual({ t: "a guest house" });
  });

  it("mean what the mapping says, even where they look like nothing", () => {
    expect(placesOf({ c: "NA", p: "", t: "" }, { values: { country: { NA: "NA" } } })).toEqual([
      "NA",
    ]);
    expect(placesOf({ c: "NA", p: "", t: "" })).toEqual([]);
  });
});

describe("the sources of a row", () => {
  const sourcesOf = (publisher: string, url: string, separator = "") => {
    const mapping = testingMapping({ by: "source_publisher", url: "source_url", n: "persons" });
    mapping.columns[0]!.separator = separator;
    return testingItem({ by: publisher, url, n: "1" }, mapping).newSources.map(({ source }) => [
      source.publisher,
      source.url,
    ]);
  };
  const [first, second] = ["https://a.example/1", "https://b.example/2"];

  it("are as many as it names, each with its address", () => {
    expect(sourcesOf("A; B", `${first} ${second}`, ";")).toEqual([
      ["A", first],
      ["B", second],
    ]);
    expect(sourcesOf("A; B", "", ";")).toEqual([
      ["A", ""],
      ["B", ""],
    ]);
  });

  it("are never more than it shows: where the numbers differ, the publishers are one", () => {
    expect(sourcesOf("A; B", first, ";")).toEqual([["A; B", first]]);
    expect(sourcesOf("A, B", `${first}\u00a0${second}`)).toEqual([
      ["A, B", first],
      ["A, B", second],
    ]);
  });

  it("have the same key in every row that cites them", () => {
    const mapping = testingMapping({ by: "source_publisher", n: "persons" });
    const keys = ["1", "2"].map((n) => testingItem({ by: "A", n }, mapping).newSources[0]?.key);
    expect(keys[0]).toBe(keys[1]);
  });

  it("are the default's where it cites none", () => {
    const mapping = testingMapping(
      { by: "source_publisher", n: "persons" },
      { defaults: { source_publisher: "A list", source_url: first } },
    );
    expect(testingItem({ by: "NA", n: "1" }, mapping).newSources[0]?.source.url).toBe(first);
    expect(testingItem({ by: "B", n: "1" }, mapping).newSources[0]?.source.url).toBe("");
  });

  it("are told with the columns that say their details, or that the mapping says them", () => {
    const mapping = testingMapping(
      { by: "source_publisher", sort: "source_kind", day: "source_published", n: "persons" },
      { defaults: { source_access: "restricted" } },
    );
    const { ofSources } = testingItem({ by: "A", sort: "news", day: "NA", n: "1" }, mapping);
    expect(ofSources).toEqual({ kind: "sort", access: "" });
  });

  it("have an address of the web", () => {
    expect(
      testingFaults(
        { url: "see file 7", n: "1" },
        testingMapping({ url: "source_url", n: "persons" }),
      )[0],
    ).toBe("url: source.not_a_web_address “see file 7”");
  });
});

describe("the events of a row", () => {
  it("of several types: the first arrest has the date, the others are undated", () => {
    const mapping = testingMapping({ types: "event_type", when: "date", n: "persons" });
    mapping.columns[0]!.separator = ";";
    const { document } = testingItem(
      { types: "deportation (anticipated); Arrest; release", when: "2014-07-15", n: "3" },
      mapping,
    );
    expect(
      document.events.map(({ type, modality, date }) => [type, modality, date?.earliest]),
    ).toEqual([
      ["arrest", "reported", "2014-07-15"],
      ["deportation", "anticipated", undefined],
      ["release", "reported", undefined],
    ]);
  });

  it("give the status that the row has, at the date it has for it", () => {
    const { document } = testingItem(
      { now: "released", since: "2015-01", n: "3" },
      testingMapping({ now: "status", since: "status_date", n: "persons" }),
    );
    expect(document.events.map(({ type, date }) => [type, date?.text])).toEqual([
      ["arrest", undefined],
      ["release", "2015-01"],
    ]);
  });
});

describe("any row", () => {
  const fieldNames = fc.constantFrom<MappingFieldName | null>(null, ...MAPPING_FIELD_NAMES);
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      "NA",
      "3",
      "0",
      "12.0",
      "20-29",
      "2014-07-15",
      "25/04/2011",
      "03/04/2011",
      "China",
    ),
    fc.constantFrom(
      "Tumen",
      "arrest",
      "F",
      "female",
      "https://a.example",
      "released",
      "INC-5T8VNK",
    ),
  );
  const row = fc
    .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 5 }), fieldNames, cell), {
      selector: ([header]) => header,
      minLength: 1,
      maxLength: 12,
    })
    .map((columns) => ({
      cells: Object.fromEntries(columns.map(([header, , text]) => [header, text])),
      mapping: testingMapping(
        Object.fromEntries(columns.map(([header, field]) => [header, field])),
      ),
    }));

  it("is an incident that can be stored, or faults that name it, and the same each time", () => {
    fc.assert(
      fc.property(row, ({ cells, mapping }) => {
        const read = readTestingRow(cells, mapping);
        expect(readTestingRow(cells, mapping)).toEqual(read);
        if (read.what === "faults") {
          expect(read.faults.length).toBeGreaterThan(0);
          for (const { line, column } of read.faults)
            expect([line, column === "" || Object.hasOwn(cells, column)]).toEqual([2, true]);
        } else expect(incidentDocumentSchema.parse(read.document)).toEqual(read.document);
      }),
      { numRuns: 500 },
    );
  });

  it("has its unmapped cells back as they were", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), fc.string()),
        (others) => {
          const { kept } = testingItem(
            { ...others, "the number": "3" },
            testingMapping({ "the number": "persons" }),
          );
          for (const [header, text] of Object.entries(others))
            expect(kept[header] ?? "").toBe(text);
        },
      ),
    );
  });

  it("has the day and the number that it says", () => {
    const day = fc
      .date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const written = (iso: string, form: string) => {
      const [y = "", m = "", d = ""] = iso.split("-");
      return form.replace("y", y).replace("m", m).replace("d", d);
    };
    const forms = fc.constantFrom(
      ["y-m-d", null],
      ["y/m/d", null],
      ["y. m. d.", null],
      ["y-m-dT23:59:59+09:00", null],
      ["d.m.y", "day_month_year"],
      ["m/d/y", "month_day_year"],
    );
    fc.assert(
      fc.property(day, forms, fc.nat(10_000_000), (iso, [form, dateOrder], count) => {
        const mapping = testingMapping({ when: "date", n: "persons" }, { dateOrder });
        const { document } = testingItem({ when: written(iso, form!), n: String(count) }, mapping);
        const { earliest, latest } = document.events[0]!.date!;
        expect([earliest, latest]).toEqual([iso, iso]);
        expect(document.groups[0]?.count).toEqual({ low: count, best: count, high: count });
      }),
    );
  });
});
