import { expect, it } from "vitest";
import { readMappingForm } from "./mapping-form";
import { placeIndex } from "./place-index";

const country = (id: string, nameEn: string) => ({
  id,
  nameEn,
  kind: "country" as const,
  parentId: null,
  countryId: id,
  provinceId: null,
  nameKo: null,
  nameZh: null,
  aliases: [],
});
const PLACES = placeIndex([country("IR", "Iran"), country("GE", "Georgia")]);
const read = (fields: Record<string, string>) =>
  readMappingForm(new Map(Object.entries(fields)), PLACES);

it("reads columns with the fields they go to, and a separator only where a list can be", () => {
  const { columns } = read({
    "column.0.header": " Date",
    "column.0.field": "date",
    "column.0.separator": ";",
    "column.1.header": "Where",
    "column.1.field": "country",
    "column.1.separator": " , ",
    "column.2.header": "Notes",
    "column.2.field": "",
  });
  expect(columns).toEqual([
    { header: " Date", field: "date", separator: "" },
    { header: "Where", field: "country", separator: "," },
    { header: "Notes", field: null, separator: "" },
  ]);
});

it("reads what values mean: a place by its name, nothing, or not decided yet", () => {
  const { values } = read({
    "value.0.field": "country",
    "value.0.cell": "Iran (Islamic Republic of)",
    "value.0.meaning": "?",
    "value.0.place": "iran",
    "value.1.field": "country",
    "value.1.cell": "at sea",
    "value.1.meaning": "",
    "value.2.field": "country",
    "value.2.cell": "somewhere",
    "value.2.meaning": "?",
    "value.3.field": "country",
    "value.3.cell": "X",
    "value.3.place": "Atlantis",
  });
  expect(values).toEqual({
    country: { "Iran (Islamic Republic of)": "IR", "at sea": "", X: "Atlantis" },
  });
});

it("reads what stands for all rows, what means that nothing is known, and the order of dates", () => {
  expect(
    read({
      "default.title": " Protest ",
      "default.role": "",
      missing: "NA\n\n - \n",
      order: "day_month_year",
    }),
  ).toMatchObject({
    defaults: { title: "Protest" },
    missing: ["NA", "-"],
    dateOrder: "day_month_year",
  });
  expect(read({ order: "backwards" }).dateOrder).toBeNull();
});
