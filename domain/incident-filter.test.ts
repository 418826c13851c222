import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptyIncidentFilter,
  FILTER_NAMES,
  type IncidentFilter,
  isAsked,
  isTooLongToRepeat,
  isWordless,
  matchesNothing,
  parseIncidentFilter,
  serializeIncidentFilter,
  withoutFields,
} from "./incident-filter";
import { EVENT_TYPES, STATUSES } from "./vocabulary";

function parse(address: string) {
  return parseIncidentFilter(new URLSearchParams(address));
}

const everything: IncidentFilter = {
  q: null,
  province: [],
  country: [],
  place: [],
  move: [],
  from: null,
  to: null,
  when: [],
  dates: "possible",
  type: [],
  modality: [],
  status: [],
  risk: [],
  news_from: null,
  news_to: null,
  nationality: [],
  role: [],
  people_min: null,
  people_max: null,
  source: [],
  corroboration: [],
  review: [],
  ref: [],
  invalid: [],
};

it("says of a search that is too long to be repeated in every link", () => {
  expect(isTooLongToRepeat(parse("q=held+in+Jilin").filter)).toBe(false);
  expect(isTooLongToRepeat(parse(`q=${"图".repeat(200)}`).filter)).toBe(false);
  expect(isTooLongToRepeat(parse(`q=${"图".repeat(300)}`).filter)).toBe(true);
  expect(isTooLongToRepeat(parse("").filter)).toBe(false);
});

describe("reading a filter from an address", () => {
  it("asks for every incident where the address is empty or its form was left blank", () => {
    expect(parse("")).toEqual({ filter: everything, issues: [] });
    expect(parse("q=&province=&from=&to=+&people_min=&type=")).toEqual({
      filter: everything,
      issues: [],
    });
    expect(emptyIncidentFilter()).toEqual(everything);
  });

  it("takes every field under its name", () => {
    const address =
      "q=border+guard&province=CN-YN&province=CN-SD&country=CN&place=CN-JL/tumen&place=CN-JL/tumen/tumen-border-detention-center&move=CN-JL/tumen%3EKP%3Ereported&from=2014-07-01&to=2014-07-31&when=2015-01&when=2014&dates=certain" +
      "&type=transfer&type=arrest&modality=reported&status=held&risk=deportation&risk=arrest" +
      "&news_from=2014-08&news_to=2015&nationality=KP&role=helper" +
      "&people_min=5&people_max=30&source=SRC-5T8VNK&corroboration=contested&review=draft&ref=inc-5t8vnk&ref=INC-222222";
    expect(parse(address)).toEqual({
      filter: {
        q: "border guard",
        province: ["CN-SD", "CN-YN"],
        country: ["CN"],
        place: ["CN-JL/tumen", "CN-JL/tumen/tumen-border-detention-center"],
        move: ["CN-JL/tumen>KP>reported"],
        from: "2014-07-01",
        to: "2014-07-31",
        when: ["2014", "2015-01"],
        dates: "certain",
        type: ["arrest", "transfer"],
        modality: ["reported"],
        status: ["held"],
        risk: ["arrest", "deportation"],
        news_from: "2014-08-01",
        news_to: "2015-12-31",
        nationality: ["KP"],
        role: ["helper"],
        people_min: 5,
        people_max: 30,
        source: ["SRC-5T8VNK"],
        corroboration: ["contested"],
        review: ["draft"],
        ref: ["INC-222222", "INC-5T8VNK"],
        invalid: [],
      },
      issues: [],
    });
  });

  it("ignores what the table and the CSV read beside it", () => {
    expect(parse("sort=-date&page=2&size=50&columns=date&bom=1")).toEqual({
      filter: everything,
      issues: [],
    });
  });

  it.each([
    ["from=2014", "2014-01-01"],
    ["from=2014-02", "2014-02-01"],
    ["from=2014-02-03", "2014-02-03"],
    ["to=2014", "2014-12-31"],
    ["to=2014-02", "2014-02-28"],
    ["to=2016-02", "2016-02-29"],
    ["to=1900-02", "1900-02-28"],
  ])("reads %s as the day %s", (address, day) => {
    const { filter, issues } = parse(address);
    expect(issues).toEqual([]);
    expect(filter.from ?? filter.to).toBe(day);
  });

  it("takes a value said twice once, and codes of the world in any case", () => {
    expect(
      parse("type=arrest&type=arrest&province=cn-yn&province=CN-YN&source=src-5t8vnk"),
    ).toEqual({
      filter: { ...everything, type: ["arrest"], province: ["CN-YN"], source: ["SRC-5T8VNK"] },
      issues: [],
    });
    expect(parse("from=2014&from=2014-01-01").filter.from).toBe("2014-01-01");
  });

  it("reads several texts to search for as one", () => {
    expect(parse("q=Tumen&q=border&q=Tumen").filter.q).toBe("Tumen border");
  });
});

describe("a mistake in an address", () => {
  it.each([
    ["type=arest", "type", "filter.not_in_list", "arest"],
    ["modality=REPORTED", "modality", "filter.not_in_list", "REPORTED"],
    ["status=%00", "status", "filter.not_in_list", "\uFFFD"],
    ["risk=release", "risk", "filter.not_in_list", "release"],
    ["news_from=soon", "news_from", "filter.not_a_date", "soon"],
    ["role=__proto__", "role", "filter.not_in_list", "__proto__"],
    ["corroboration=1", "corroboration", "filter.not_in_list", "1"],
    ["review=published", "review", "filter.not_in_list", "published"],
    ["dates=maybe", "dates", "filter.not_in_list", "maybe"],
    ["province=Yunnan", "province", "filter.unknown_province", "Yunnan"],
    ["country=CHN", "country", "filter.unknown_country", "CHN"],
    ["nationality=%ED%95%9C", "nationality", "filter.unknown_country", "한"],
    ["move=CN-JL", "move", "filter.unknown_move", "CN-JL"],
    ["move=CN>KP>denied", "move", "filter.unknown_move", "CN>KP>denied"],
    ["move=CN>KP>reported>KP", "move", "filter.unknown_move", "CN>KP>reported>KP"],
    ["move=>KP>reported", "move", "filter.unknown_move", ">KP>reported"],
    ["source=SRC-OOOOOO", "source", "filter.unknown_source", "SRC-OOOOOO"],
    ["from=2014-02-29", "from", "filter.not_a_date", "2014-02-29"],
    ["from=2014-13", "from", "filter.not_a_date", "2014-13"],
    ["from=0000", "from", "filter.not_a_date", "0000"],
    ["to=31.07.2014", "to", "filter.not_a_date", "31.07.2014"],
    ["to=2014-7-1", "to", "filter.not_a_date", "2014-7-1"],
    ["to='; drop table incident", "to", "filter.not_a_date", "'; drop table incident"],
    ["people_min=-1", "people_min", "filter.not_a_number", "-1"],
    ["people_min=1e3", "people_min", "filter.not_a_number", "1e3"],
    ["people_max=9999999999", "people_max", "filter.not_a_number", "9999999999"],
    ["people_max=%EF%BC%95", "people_max", "filter.not_a_number", "５"],
    ["provnce=CN-YN", "provnce", "filter.unknown_parameter", "provnce"],
    ["__proto__=1", "__proto__", "filter.unknown_parameter", "__proto__"],
  ])("%s is said, and matches nothing", (address, path, code, value) => {
    const { filter, issues } = parse(address);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ path, code, values: { value } });
    expect(matchesNothing(filter)).toBe(true);
  });

  it("is said with all others, never only the first", () => {
    const { issues } = parse("type=x&type=y&from=2014-02-30&people_min=many&typ=arrest");
    expect(issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "from filter.not_a_date",
      "type filter.not_in_list",
      "type filter.not_in_list",
      "people_min filter.not_a_number",
      "typ filter.unknown_parameter",
    ]);
  });

  it("keeps what is right beside it, for the form, and still matches nothing", () => {
    const { filter } = parse("type=arrest&type=arest");
    expect(filter.type).toEqual(["arrest"]);
    expect(filter.invalid).toEqual([{ name: "type", value: "arest" }]);
    expect(matchesNothing(filter)).toBe(true);
  });

  it("may lie between two values that are right by themselves", () => {
    const dates = parse("from=2014-07-31&to=2014-07-01");
    expect(dates.issues).toEqual([
      {
        path: "from",
        code: "filter.from_after_to",
        values: { from: "2014-07-31", to: "2014-07-01" },
      },
    ]);
    const news = parse("news_from=2015&news_to=2014");
    expect(news.issues).toEqual([
      {
        path: "news_from",
        code: "filter.from_after_to",
        values: { from: "2015-01-01", to: "2014-12-31" },
      },
    ]);
    const people = parse("people_min=10&people_max=9");
    expect(people.issues).toEqual([
      { path: "people_min", code: "filter.min_above_max", values: { min: 10, max: 9 } },
    ]);
    expect([dates.filter, news.filter, people.filter].map(matchesNothing)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("is to give two dates where one is asked for", () => {
    const { filter, issues } = parse("from=2014&from=2015");
    expect(issues).toEqual([
      { path: "from", code: "filter.repeated", values: { value: "2014-01-01, 2015-01-01" } },
    ]);
    expect(matchesNothing(filter)).toBe(true);
  });

  it("is to give more than a hundred values, counted without repetitions", () => {
    const provinces = Array.from({ length: 101 }, (_, n) => `province=CN-${n}`);
    expect(parse(provinces.slice(0, 100).join("&")).issues).toEqual([]);
    expect(
      parse([...provinces.slice(0, 100), ...provinces.slice(0, 100)].join("&")).issues,
    ).toEqual([]);
    const { filter, issues } = parse(provinces.join("&"));
    expect(issues).toEqual([
      { path: "province", code: "filter.too_many_values", values: { max: 100 } },
    ]);
    expect(matchesNothing(filter)).toBe(true);
  });

  it("is repeated shortened, however long it was", () => {
    const { filter, issues } = parse(`type=${"x".repeat(1_000_000)}&${"y".repeat(1_000_000)}=1`);
    expect(issues.map(({ values }) => String(values?.value).length)).toEqual([80, 80]);
    expect(serializeIncidentFilter(filter).toString().length).toBeLessThan(500);
  });
});

describe("text to search for", () => {
  it("may have 10,000 characters and no more", () => {
    expect(parse(`q=${"a".repeat(10_000)}`).issues).toEqual([]);
    const { filter, issues } = parse(`q=${"a".repeat(1_000_000)}`);
    expect(issues).toEqual([
      {
        path: "q",
        code: "filter.search_too_long",
        values: { value: `${"a".repeat(79)}…`, max: 10_000 },
      },
    ]);
    expect(matchesNothing(filter)).toBe(true);
    const again = parseIncidentFilter(serializeIncidentFilter(filter));
    expect(again.filter).toEqual(filter);
  });

  it("may be anything, but finds nothing where it has no letter or digit", () => {
    for (const q of ["%", "'--", "%20%20", "%00", "！？"]) {
      const { filter, issues } = parse(`q=${q}`);
      expect(issues).toEqual([]);
      expect(isWordless(filter)).toBe(true);
      expect(matchesNothing(filter)).toBe(true);
    }
    expect(isWordless(parse("q=100%25").filter)).toBe(false);
    expect(isWordless(everything)).toBe(false);
  });

  it("loses NUL and other control characters, and gets lone surrogates replaced", () => {
    expect(parse("q=a%00b").filter.q).toBe("a b");
    const params = new URLSearchParams();
    params.set("q", "a\uD800b");
    expect(parseIncidentFilter(params).filter.q).toBe("a\uFFFDb");
  });
});

describe("the address of a filter", () => {
  it("names the fields in a fixed order and leaves out what is not asked", () => {
    expect(serializeIncidentFilter(everything).toString()).toBe("");
    expect(
      serializeIncidentFilter(
        parse("type=transfer&to=2014&type=arrest&from=2014&dates=possible&province=CN-YN").filter,
      ).toString(),
    ).toBe("province=CN-YN&from=2014-01-01&to=2014-12-31&type=arrest&type=transfer");
  });

  it("keeps what was not understood, so that a link never widens", () => {
    const { filter } = parse("type=arest&from=2014-02-30&foo=bar&people_min=2");
    expect(serializeIncidentFilter(filter).toString()).toBe(
      "from=2014-02-30&type=arest&people_min=2&foo=bar",
    );
  });

  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.string({ unit: "grapheme", maxLength: 100 }),
    fc.constantFrom(
      "2014",
      "2014-07",
      "2014-07-15",
      "2014-02-30",
      "CN-YN",
      "cn-sd",
      "KP",
      "5",
      "-1",
    ),
    fc.constantFrom("SRC-5T8VNK", "certain", "possible", "arrest", "held", "helper", "draft", " "),
    fc.constantFrom(...EVENT_TYPES, ...STATUSES),
  );
  const anyParams = fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...FILTER_NAMES) }, anyText),
        anyText,
      ),
      { maxLength: 30 },
    )
    .map((entries) => new URLSearchParams(entries));

  it("gives the same filter and the same issues when it is read again", () => {
    fc.assert(
      fc.property(anyParams, (params) => {
        const { filter, issues } = parseIncidentFilter(params);
        const again = parseIncidentFilter(serializeIncidentFilter(filter));
        expect(again.filter).toEqual(filter);
        expect(again.issues.map(({ path, code }) => [path, code])).toEqual(
          issues.map(({ path, code }) => [path, code]),
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each(["\0\t\0", `${"a".repeat(90)} b`])(
    "keeps %j a mistake when it is written down",
    (value) => {
      const { filter } = parseIncidentFilter(new URLSearchParams({ place: value }));
      expect(filter).toMatchObject({ place: [], invalid: [{ name: "place" }] });
      expect(parseIncidentFilter(serializeIncidentFilter(filter)).filter).toEqual(filter);
    },
  );

  it("survives being written down", () => {
    fc.assert(
      fc.property(anyParams, (params) => {
        const { filter } = parseIncidentFilter(params);
        const written = serializeIncidentFilter(filter).toString();
        expect(parse(written).filter).toEqual(filter);
        expect(serializeIncidentFilter(parse(written).filter).toString()).toBe(written);
      }),
    );
  });
});

describe("taking a field out", () => {
  it("leaves the others, and takes its mistakes along", () => {
    const { filter } = parse("type=arrest&type=arest&province=CN-YN&from=2014-02-30");
    expect(withoutFields(filter, ["type"])).toEqual({
      ...everything,
      province: ["CN-YN"],
      invalid: [{ name: "from", value: "2014-02-30" }],
    });
    expect(withoutFields(filter, FILTER_NAMES)).toEqual(everything);
  });

  it("is possible exactly for what is asked", () => {
    const { filter } = parse("type=arrest&from=2014-02-30&dates=possible&people_min=0");
    expect(FILTER_NAMES.filter((name) => isAsked(filter, name))).toEqual([
      "from",
      "type",
      "people_min",
    ]);
  });
});
