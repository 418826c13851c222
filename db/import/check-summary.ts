import type { ImportFault, IncidentItem } from "../../domain/import/import-item";
import { shown } from "../../domain/issue";
import type { IncidentRow } from "../read-incident";
import { refuseFaults } from "./faulty-item";

/**
 * A row that names an incident of the ledger by its reference is one of our own case summaries: what stands there was
 * reckoned, so it is held against what the ledger has now and never written. Throws FaultyItem with what differs.
 */
export function checkSummary(
  { at, fields = [], columns = {}, document }: IncidentItem,
  row: IncidentRow,
): void {
  const date = document.events.find(({ id }) => id === "e:main")?.date ?? null;
  const people = document.groups.find(({ id }) => id === "g:persons")?.count;
  const told: [field: (typeof fields)[number], path: string, value: unknown, expected: unknown][] =
    [
      ["title", "title", document.title, row.title],
      ["summary", "summary", document.summary, row.summary],
      ["date_earliest", "events.0.date", date?.earliest ?? null, row.dateEarliest],
      ["date_latest", "events.0.date", date?.latest ?? null, row.dateLatest],
      ["persons_low", "groups.0.count", people?.low ?? null, row.personsLow],
      ["persons_best", "groups.0.count", people?.best ?? null, row.personsBest],
      ["persons_high", "groups.0.count", people?.high ?? null, row.personsHigh],
    ];
  refuseFaults(
    told
      .filter(([field, , value, expected]) => fields.includes(field) && value !== expected)
      .map(([field, path, value, expected]): ImportFault => {
        const values = {
          value: shown(String(value ?? "")),
          expected: shown(String(expected ?? "")),
        };
        const column = columns[path] ?? field;
        return { ...at, column, issue: { path, code: "row.summary_differs", values } };
      }),
  );
}
