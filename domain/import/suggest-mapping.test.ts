import { describe, expect, it } from "vitest";
import { suggestMapping } from "./suggest-mapping";
import { addToSurvey, newSurvey } from "./table-survey";
import { TESTING_PLACES } from "./testing-mapping";
import { undecidedValues } from "./undecided-values";

function surveyOf(names: string[], rows: string[][]) {
  const survey = newSurvey(names);
  rows.forEach((cells, at) => {
    addToSurvey(survey, { line: at + 2, cells });
  });
  return survey;
}
const suggested = (names: string[], rows: string[][]) =>
  suggestMapping(surveyOf(names, rows), TESTING_PLACES);
const fieldsOf = (names: string[], row: string[]) =>
  suggested(names, [row]).columns.map(({ field }) => field);

describe("the suggested mapping of a table", () => {
  it.each([
    ["English", ["Incident ID", "Date of incident", "Country of origin", "No. dead", "Link"]],
    ["Korean", ["번호", "날짜", "국적", "사망자", "링크"]],
    ["Chinese", ["编号", "日期", "国籍", "死亡人数", "链接"]],
    ["Russian", ["номер", "дата", "гражданство", "погибло", "ссылка"]],
  ])("knows common headers in %s", (_, names) => {
    expect(fieldsOf(names, ["7", "2014-07-15", "Eritrea", "3", "https://a.example"])).toEqual([
      "external_id",
      "date",
      "nationality",
      "persons_died",
      "source_url",
    ]);
  });

  it("goes by the cells where the header says nothing or something else", () => {
    expect(fieldsOf(["x", "y", "z"], ["2014-07-15", "https://a.example", "China"])).toEqual([
      "date",
      "source_url",
      "country",
    ]);
    expect(fieldsOf(["total"], ["many of them, it is said"])).toEqual([null]);
    expect(fieldsOf(["place"], ["a guest house"])).toEqual(["description"]);
  });

  it("leaves out what names people", () => {
    expect(fieldsOf(["Full name", "Passport number", "имя"], ["A", "B", "C"])).toEqual([
      "left_out",
      "left_out",
      "left_out",
    ]);
    expect(fieldsOf(["Name of prison"], ["A"])).toEqual(["description"]);
  });

  it("fills in what words are likely to mean, and how lists are parted", () => {
    const mapping = suggested(
      ["event type", "sex", "nationality"],
      [
        ["체포", "F", "Eritrea,Ethiopia"],
        ["release", "male", "China"],
      ],
    );
    expect(mapping.values).toEqual({ event_type: { 체포: "arrest" }, sex: { F: "female" } });
    expect(mapping.columns[2]).toEqual({
      header: "nationality",
      field: "nationality",
      separator: ",",
    });
  });

  it("has the order of dates only where the file proves it", () => {
    expect(suggested(["date"], [["03/04/2011"]]).dateOrder).toBeNull();
    expect(suggested(["date"], [["03/04/2011"], ["25/04/2011"]]).dateOrder).toBe("day_month_year");
  });

  it("makes a title of what, where and when", () => {
    expect(
      suggested(["country", "date", "event type"], [["China", "2014", "arrest"]]).defaults.title,
    ).toBe("{event type}, {country}, {date}");
  });
});

describe("what is still to be decided", () => {
  const rows = [
    ["China", "체포"],
    ["Chinese border", "vanishing"],
    ["Chinese border", "arrest"],
  ];
  const survey = surveyOf(["country", "event type"], rows);
  const columns = [
    { header: "country", field: "country", separator: "" },
    { header: "event type", field: "event_type", separator: "" },
  ];
  const mapping = { ...suggestMapping(survey, TESTING_PLACES), columns, values: {} };

  it("is listed with suggestions, the commonest first", () => {
    expect(undecidedValues(survey, mapping, TESTING_PLACES)).toEqual({
      isCut: false,
      values: [
        {
          field: "country",
          header: "country",
          value: "Chinese border",
          rows: 2,
          suggestions: [{ value: "CN", label: "China" }],
        },
        { field: "event_type", header: "event type", value: "vanishing", rows: 1, suggestions: [] },
        {
          field: "event_type",
          header: "event type",
          value: "체포",
          rows: 1,
          suggestions: [{ value: "arrest", label: "" }],
        },
      ],
    });
  });

  it("is not what has been decided, be it that it means nothing", () => {
    const values = {
      country: { "Chinese border": "" },
      event_type: { 체포: "arrest", vanishing: "disappearance" },
    };
    expect(undecidedValues(survey, { ...mapping, values }, TESTING_PLACES).values).toEqual([]);
  });

  it("is NA among codes of countries, which may be Namibia", () => {
    const coded = surveyOf(["country"], [["CN"], ["KP"], ["NA"]]);
    const [value, ...others] = undecidedValues(coded, mapping, TESTING_PLACES).values;
    expect([value?.value, value?.suggestions]).toEqual(["NA", [{ value: "NA", label: "Namibia" }]]);
    expect(others).toEqual([]);
    const named = surveyOf(["country"], [["China"], ["Eritrea"], ["NA"]]);
    expect(undecidedValues(named, mapping, TESTING_PLACES).values).toEqual([]);
  });
});
