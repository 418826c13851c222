import { describe, expect, it } from "vitest";
import { checkMapping } from "./check-mapping";
import { type TableMapping, tableMappingSchema } from "./table-mapping";
import { addToSurvey, newSurvey } from "./table-survey";
import { TESTING_PLACES, testingMapping } from "./testing-mapping";

const told = (mapping: TableMapping, names: string[], dates: string[] = []) => {
  const survey = newSurvey(names);
  for (const date of dates) addToSurvey(survey, { line: 2, cells: [date] });
  return checkMapping(mapping, names, TESTING_PLACES, survey).map(
    ({ path, code }) => `${path}: ${code}`,
  );
};

describe("a mapping", () => {
  it("that says all it must is as it should be", () => {
    expect(told(testingMapping({ when: "date", n: "persons" }), ["when", "n", "another"])).toEqual(
      [],
    );
  });

  it("is refused with every reason", () => {
    const mapping = tableMappingSchema.parse({
      columns: [
        { header: "a", field: "date" },
        { header: "b", field: "date" },
        { header: "c", field: "day" },
        { header: "gone", field: "persons" },
        { header: "d", field: "sex", separator: ";" },
      ],
      values: { sex: { F: "woman" }, country: { Atlantis: "AT-9" }, colour: {} },
      defaults: { persons: "3", country: "Atlantis", event_type: "vanishing", source_url: "here" },
    });
    expect(told(mapping, ["a", "b", "c", "d"])).toEqual([
      "columns.1: mapping.field_twice",
      "columns.2: mapping.unknown_field",
      "columns.3: mapping.column_missing",
      "columns.4: mapping.separator_not_possible",
      "title: mapping.title_missing",
      "values.sex.F: value.not_in_list",
      "values.country.Atlantis: place.not_found",
      "values.colour: value.not_in_list",
      "defaults.persons: mapping.default_not_possible",
      "defaults.country: place.not_found",
      "defaults.event_type: value.not_in_list",
      "defaults.source_url: source.not_a_web_address",
    ]);
  });

  it("must say what happened", () => {
    const none = { defaults: { event_type: "" } };
    expect(told(testingMapping({ n: "persons" }, none), ["n"])).toEqual([
      "event_type: mapping.event_type_missing",
    ]);
    expect(told(testingMapping({ n: "persons_died" }, none), ["n"])).toEqual([]);
  });

  it("must read something", () => {
    expect(told(testingMapping({ n: null, id: "external_id" }), ["n", "id"])).toEqual([
      "columns: mapping.nothing_read",
    ]);
  });

  it("has a title only of columns that are there", () => {
    const mapping = testingMapping({ n: "persons" }, { defaults: { title: "{n} in {where}" } });
    expect(told(mapping, ["n"])).toEqual(["defaults.title: mapping.title_unknown_column"]);
  });

  it("must say the order of dates where the file does not prove it", () => {
    const mapping = testingMapping({ when: "date" });
    expect(told(mapping, ["when"], ["03/04/2011"])).toEqual([
      "dateOrder: mapping.date_order_needed",
    ]);
    expect(told(mapping, ["when"], ["25/04/2011", "04/25/2011"])).toEqual([
      "dateOrder: mapping.date_orders_mixed",
    ]);
    expect(told({ ...mapping, dateOrder: "day_month_year" }, ["when"], ["03/04/2011"])).toEqual([]);
    expect(told(mapping, ["when"], ["25/04/2011", "2011-04-03"])).toEqual([]);
  });
});
