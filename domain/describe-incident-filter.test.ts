import { describe, expect, it } from "vitest";
import messages from "../messages/en.json";
import { DANGERS } from "./custody";
import {
  describeIncidentCount,
  describeIncidentFilter,
  type FilterWords,
  filterChips,
  filterParts,
} from "./describe-incident-filter";
import { FILTER_NAMES, parseIncidentFilter, serializeIncidentFilter } from "./incident-filter";
import { sayFrom } from "./testing-say";
import { EVENT_TYPES } from "./vocabulary";

const words: FilterWords = {
  names: {
    provinces: new Map([
      ["CN-YN", "Yunnan"],
      ["CN-SD", "Shandong"],
      ["CN-unknown", "China"],
    ]),
    countries: new Map([
      ["CN", "China"],
      ["KP", "North Korea"],
    ]),
    places: new Map([
      ["CN-JL/tumen", "Tumen"],
      ["KP", "North Korea"],
    ]),
    sources: new Map([["SRC-5T8VNK", "Voice of America"]]),
    incidents: new Map([["INC-5T8VNK", "INC-5T8VNK"]]),
  },
  locale: "en",
  say: sayFrom(messages),
};

function read(address: string) {
  return parseIncidentFilter(new URLSearchParams(address)).filter;
}

describe("a filter in words", () => {
  it.each([
    ["", "all incidents"],
    ["province=CN-YN&from=2014&to=2014&type=arrest", "arrests in Yunnan, 2014, possibly"],
    ["province=CN-YN&province=CN-SD", "incidents in Shandong or Yunnan"],
    ["province=CN-YN&country=CN", "incidents in Yunnan, in China"],
    ["province=cn-unknown", "incidents in China, province not known"],
    ["place=CN-JL/tumen&type=arrest", "arrests in Tumen"],
    [
      "move=CN-JL/tumen>KP>reported&type=arrest&place=CN-JL/tumen",
      "arrests in Tumen, people brought from Tumen to North Korea (reported)",
    ],
    [
      "move=CN-JL/tumen>KP>reported&move=CN-JL/tumen>KP>anticipated",
      "incidents, people brought from Tumen to North Korea (anticipated) or from Tumen to North Korea (reported)",
    ],
    ["ref=INC-5T8VNK&ref=INC-222222", "incidents, only INC-222222 or INC-5T8VNK"],
    ["from=2010&to=2024&dates=certain", "incidents, 2010–2024, certainly"],
    ["from=2014-07&to=2014-07", "incidents, Jul 2014, possibly"],
    ["from=2014-07-15&to=2014-07-17", "incidents, 15–17 Jul 2014, possibly"],
    ["from=2014", "incidents, since 1 Jan 2014, possibly"],
    ["to=2014-07-16", "incidents, by 16 Jul 2014, possibly"],
    ["when=2014", "incidents, 2014, possibly"],
    ["when=2014-03&when=2016&dates=certain", "incidents, Mar 2014 or 2016, certainly"],
    [
      "when=2014&when=2016&from=2014-07-15",
      "incidents, 2014 or 2016, and since 15 Jul 2014, possibly",
    ],
    ["dates=certain", "all incidents"],
    ["type=arrest&type=transfer&type=release", "arrests, transfers or releases"],
    ["modality=anticipated&type=deportation", "anticipated deportations"],
    ["modality=reported&modality=denied", "reported or denied events"],
    ["status=held&status=deported", "incidents, now deported or held"],
    ["risk=deportation&risk=arrest", "incidents, last known at risk of arrest or deportation"],
    [DANGERS.map((type) => `risk=${type}`).join("&"), "incidents, last known at risk"],
    ["news_from=2014-07-15", "incidents, last news since 15 Jul 2014"],
    ["news_from=2014-07&news_to=2014-07", "incidents, last news Jul 2014"],
    ["news_to=2014-07-15", "incidents, last news by 15 Jul 2014"],
    ["nationality=KP", "incidents, people from North Korea"],
    ["role=helper", "incidents, role helper"],
    ["people_min=5", "incidents, at least 5 people"],
    ["people_max=1", "incidents, at most 1 person"],
    ["people_min=5&people_max=2000", "incidents, 5 to 2,000 people"],
    ["people_min=5&people_max=5", "incidents, 5 people"],
    ["source=SRC-5T8VNK", "incidents, according to Voice of America"],
    ["corroboration=contested", "incidents, evidence contested"],
    ["review=draft&review=in_review", "incidents, marked draft or in review"],
    ["q=border guard", "incidents, with the words “border guard”"],
  ])("%s", (address, sentence) => {
    expect(describeIncidentFilter(read(address), words)).toBe(sentence);
  });

  it("names five values of a long list and counts the rest", () => {
    const all = EVENT_TYPES.map((type) => `type=${type}`).join("&");
    expect(describeIncidentFilter(read(all), words)).toBe(
      "arrests, detentions, transfers, interrogations, consular visits or 12 more",
    );
  });

  it("follows a number of incidents", () => {
    expect(describeIncidentCount(37, read("province=CN-YN&from=2014&to=2014"), words)).toBe(
      "37 incidents in Yunnan, 2014, possibly",
    );
    expect(describeIncidentCount(1, read("type=arrest&province=CN-YN"), words)).toBe(
      "1 incident with arrests in Yunnan",
    );
    expect(describeIncidentCount(0, read(""), words)).toBe("0 incidents");
  });

  it("says what it does not understand", () => {
    expect(describeIncidentFilter(read("type=arrest&type=arest&foo=bar"), words)).toBe(
      "arrests, type “arest”, which is not understood, foo “bar”, which is not understood",
    );
  });
});

describe("the chips of a filter", () => {
  it("take out one of several values alone", () => {
    const chips = filterChips(
      read("province=CN-YN&province=CN-JL&type=arrest&type=transfer"),
      words,
    );
    expect(chips.map(({ text, without }) => [text, `${serializeIncidentFilter(without)}`])).toEqual(
      [
        ["arrests", "province=CN-JL&province=CN-YN&type=transfer"],
        ["transfers", "province=CN-JL&province=CN-YN&type=arrest"],
        ["in CN-JL", "province=CN-YN&type=arrest&type=transfer"],
        ["in Yunnan", "province=CN-JL&type=arrest&type=transfer"],
      ],
    );
    expect(filterChips(read("risk=arrest&risk=death"), words)).toHaveLength(2);
    expect(filterChips(read(DANGERS.map((type) => `risk=${type}`).join("&")), words)).toHaveLength(
      1,
    );
    expect(
      filterChips(read("when=2014-03&when=2016&to=2016-05&dates=certain"), words).map(
        ({ text, without }) => [text, `${serializeIncidentFilter(without)}`],
      ),
    ).toEqual([
      ["Mar 2014, certainly", "to=2016-05-31&when=2016&dates=certain"],
      ["2016, certainly", "to=2016-05-31&when=2014-03&dates=certain"],
      ["by 31 May 2016, certainly", "when=2014-03&when=2016&dates=certain"],
    ]);
    expect(filterChips(read("type=arrest&from=2014"), words)).toEqual(
      filterParts(read("type=arrest&from=2014"), words),
    );
  });
});

describe("the parts of a filter", () => {
  it("are its sentence in pieces, each with the filter that is left without it", () => {
    const parts = filterParts(
      read("type=arrest&province=CN-YN&from=2014&to=2014&dates=certain&people_min=5&people_max=9"),
      words,
    );
    expect(
      parts.map(({ name, text, without }) => [name, text, `${serializeIncidentFilter(without)}`]),
    ).toEqual([
      [
        "type",
        "arrests",
        "province=CN-YN&from=2014-01-01&to=2014-12-31&dates=certain&people_min=5&people_max=9",
      ],
      [
        "province",
        "in Yunnan",
        "from=2014-01-01&to=2014-12-31&dates=certain&type=arrest&people_min=5&people_max=9",
      ],
      ["dates", "2014, certainly", "province=CN-YN&type=arrest&people_min=5&people_max=9"],
      [
        "people",
        "5 to 9 people",
        "province=CN-YN&from=2014-01-01&to=2014-12-31&dates=certain&type=arrest",
      ],
    ]);
  });

  it("let each mistake be taken out by itself", () => {
    const parts = filterParts(read("type=arrest&type=arest&foo=bar"), words);
    expect(parts.map(({ name, without }) => [name, `${serializeIncidentFilter(without)}`])).toEqual(
      [
        ["type", "foo=bar"],
        ["invalid type", "type=arrest&foo=bar"],
        ["invalid foo", "type=arrest&type=arest"],
      ],
    );
  });

  it("cover every field, so that nothing is asked for in silence", () => {
    const asked = {
      q: "Tumen",
      province: "CN-YN",
      country: "CN",
      place: "CN-JL/tumen",
      move: "CN-JL/tumen>KP>reported",
      from: "2014",
      to: "2014",
      when: "2014",
      dates: "certain",
      type: "arrest",
      modality: "reported",
      status: "held",
      risk: "deportation",
      news_from: "2014",
      news_to: "2015",
      nationality: "KP",
      role: "helper",
      people_min: "1",
      people_max: "2",
      source: "SRC-5T8VNK",
      corroboration: "contested",
      review: "draft",
      ref: "INC-5T8VNK",
    };
    expect(Object.keys(asked)).toEqual(FILTER_NAMES);
    let left = parseIncidentFilter(new URLSearchParams(asked)).filter;
    for (let parts = filterParts(left, words); parts[0]; parts = filterParts(left, words))
      left = parts[0].without;
    expect(serializeIncidentFilter(left).toString()).toBe("");
  });
});
