import { type TableMapping, tableMappingSchema } from "../domain/import/table-mapping";
import { chanceOf } from "../domain/synthetic/chance";
import { ROLES } from "../domain/vocabulary";

const COLUMNS = {
  Case: "external_id",
  Date: "date",
  Town: "place",
  Country: "country",
  What: "event_type",
  People: "persons",
  Women: "female",
  Who: "role",
  Nationality: "nationality",
  Account: "description",
  Paper: "source_publisher",
  Headline: "source_title",
  Link: "source_url",
  Weather: null,
  Note: null,
} as const;

/** How the table is read: a case a row, with a report each and what is kept of it. */
export const IMPORT_MAPPING: TableMapping = tableMappingSchema.parse({
  columns: Object.entries(COLUMNS).map(([header, field]) => ({ header, field })),
  defaults: { title: "{What} in {Town}, {Date}" },
});

const TOWNS = [
  ["Kunming", "China"],
  ["Tumen", "China"],
  ["Dandong", "China"],
  ["Qingdao", "China"],
  ["Changchun", "China"],
] as const;
const ROUTES = ["the railway", "the river", "a lorry", "the southern road"] as const;

/** So many rows as a CSV file, the same on every call: nothing in it is wrong. Some publishers, each report its own. */
export function* importTable(rows: number): Generator<string> {
  yield `${Object.keys(COLUMNS).join(",")}\n`;
  for (let n = 1; n <= rows; n++) {
    const chance = chanceOf(1, 9, n);
    const [town, country] = chance.pick(TOWNS);
    const people = chance.between(1, 40);
    const date = new Date(Date.UTC(2008, 0, 1 + chance.below(5_000))).toISOString().slice(0, 10);
    const cells = [
      `C${n}`,
      date,
      town,
      country,
      chance.pick(["arrest", "detention", "deportation"]),
      people,
      chance.below(people + 1),
      chance.pick(ROLES),
      "North Korea",
      `They were stopped near ${chance.pick(ROUTES)} and held for ${chance.between(1, 60)} days in ${town}.`,
      `The ${town} Herald ${chance.below(40)}`,
      `${people} people held on ${date}, report ${n}`,
      `https://herald.example/${date.replaceAll("-", "/")}/${n}`,
      chance.pick(["rain", "snow", "clear", ""]),
      `Sheet ${chance.below(900)}`,
    ];
    yield `${cells.map((cell) => (/,/.test(`${cell}`) ? `"${cell}"` : cell)).join(",")}\n`;
  }
}
