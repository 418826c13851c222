import { describe, expect, it } from "vitest";
import { addToSurvey, dateOrderOf, newSurvey } from "./table-survey";

function surveyOf(names: string[], rows: string[][]) {
  const survey = newSurvey(names);
  rows.forEach((cells, at) => {
    addToSurvey(survey, { line: at + 2, cells });
  });
  return survey;
}

describe("the survey of a table", () => {
  it("counts what stands in each column", () => {
    const [place, n] = surveyOf(
      ["place", "n"],
      [
        ["Tumen", "1"],
        ["Tumen ", ""],
        ["Yanji", ""],
      ],
    ).columns;
    expect([...place!.values]).toEqual([
      ["Tumen", 2],
      ["Yanji", 1],
    ]);
    expect([place!.filled, n!.filled]).toEqual([3, 1]);
  });

  it("remembers a thousand different cells and says that there were more", () => {
    const rows = Array.from({ length: 1_500 }, (_, at) => [`place ${at}`]);
    const [place] = surveyOf(["place"], rows).columns;
    expect([place!.values.size, place!.isCut, place!.filled]).toEqual([1_000, true, 1_500]);
  });

  it("finds the order of dates where a row proves it, and names the row", () => {
    const survey = surveyOf(["date"], [["03/04/2011"], ["25/04/2011"]]);
    expect(dateOrderOf(survey, ["date"])).toEqual({
      order: "day_month_year",
      ambiguous: "03/04/2011",
      values: { value: "25/04/2011", line: 3 },
    });
    expect(dateOrderOf(survey, [])).toEqual({ order: null, ambiguous: null, values: {} });
  });

  it("finds that rows contradict each other", () => {
    const survey = surveyOf(["date"], [["04/25/2011"], ["25/04/2011"]]);
    expect(dateOrderOf(survey, ["date"])).toEqual({
      order: "mixed",
      ambiguous: null,
      values: { value: "25/04/2011", line: 3, other: "04/25/2011", otherLine: 2 },
    });
  });
});
