import { getTableColumns, getTableName } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { Tables } from "./schema";

/** The rows of a table that a viewer may see, and what stands in its columns instead of what is stored; both are SQL. */
type View = { where: string; columns?: Readonly<Record<string, string>> };

/**
 * The statements that put a view before each table, for a connection that viewers read through: verified and
 * disputed incidents with all that belongs to them, no stored text, and of a restricted source neither its identity
 * nor its words. Every query then reads what a viewer may see and cannot read more.
 * A table of which nothing is said here is empty to them: so a new one is, until somebody decides.
 * `schema`: where the tables are.
 */
export function verifiedViews(t: Tables, schema: string): string[] {
  const views = viewsOver(schema);
  return (Object.keys(t) as (keyof Tables)[]).map((key) => {
    const { where, columns = {} } = views[key] ?? { where: "false" };
    const name = getTableName(t[key]);
    const shown = Object.keys(getTableColumns(t[key])).map((column) => {
      const stored = toSnakeCase(column);
      return columns[column] === undefined ? stored : `${columns[column]} as ${stored}`;
    });
    return `create temp view ${name} as select ${shown.join(", ")} from ${schema}.${name} where ${where}`;
  });
}

function viewsOver(schema: string): Partial<Record<keyof Tables, View>> {
  // One by one, for a list of all that are seen would be made anew for every query.
  const seen = (column: string, of = "") =>
    `exists (select 1 from ${schema}.incident as i where i.id = ${of && `${of}.`}${column} and i.review_status in ('verified', 'disputed'))`;
  // Something that they may see says it from the source, or from what copies it.
  const said = (table: string, column: string) =>
    `exists (select 1 from ${schema}.claim as c where c.source_id = ${table}.${column} and ${seen("incident_id", "c")})`;
  const cited = (table: string, column: string) =>
    `(${said(table, column)} or exists (
      with recursive copy(id) as (
        select d.source_id from ${schema}.source_derivation as d where d.from_id = ${table}.${column}
        union select d.source_id from ${schema}.source_derivation as d join copy on d.from_id = copy.id)
      select 1 from copy where ${said("copy", "id")}))`;
  const isRestricted = `exists (select 1 from ${schema}.source as s where s.id = claim.source_id and s.access = 'restricted')`;
  const ofIncident = { where: seen("incident_id") };
  const open = (column: string, otherwise: string) =>
    `case when access = 'restricted' then ${otherwise} else ${column} end`;
  const words = (column: string) => `case when ${isRestricted} then '' else ${column} end`;
  return {
    location: { where: "true" },
    locationName: { where: "true" },
    incident: {
      // As SQLite sees it no plain column, or it would go through all of these by their index for a single one.
      where: "coalesce(review_status, '') in ('verified', 'disputed')",
      columns: { assigneeId: "null" },
    },
    peopleGroup: ofIncident,
    event: ofIncident,
    eventPlace: ofIncident,
    eventGroup: ofIncident,
    incidentStatus: ofIncident,
    claim: { ...ofIncident, columns: { quote: words("quote"), locator: words("locator") } },
    source: {
      where: cited("source", "id"),
      columns: {
        storedText: "''",
        storedTextSha256: "null",
        publisher: open("publisher", "''"),
        title: open("title", "''"),
        url: open("url", "''"),
        archivedUrl: open("archived_url", "''"),
        language: open("language", "''"),
        licence: open("licence", "''"),
        searchText: open("search_text", "''"),
        accessedOn: open("accessed_on", "null"),
        dateText: open("date_text", "''"),
        dateEarliest: open("date_earliest", "null"),
        dateLatest: open("date_latest", "null"),
        dateKind: open("date_kind", "null"),
        dateBasis: open("date_basis", "null"),
        datePrecision: open("date_precision", "null"),
      },
    },
    // What a source copies is shown where the source is.
    sourceDerivation: { where: cited("source_derivation", "source_id") },
    // How often entries were written and deleted, by which the index is kept in line; nothing else that is kept there.
    ledgerState: { where: "key in ('entry_change', 'entry_removal')" },
    // That there is one more is no news to who keeps the index; what it is, is.
    incidentEntry: {
      where: "true",
      columns: {
        incidentId: `case when ${seen("incident_id")} then incident_id else '' end`,
        facts: `case when ${seen("incident_id")} then facts else '' end`,
      },
    },
    incidentText: {
      where: `exists (select 1 from ${schema}.incident_entry as e where e.number = incident_text.number and ${seen("incident_id", "e")})`,
      columns: { restrictedWords: "''" },
    },
    incidentLink: { where: `${seen("from_id")} and ${seen("to_id")}` },
    notSameDecision: { where: `${seen("first_id")} and ${seen("second_id")}` },
    // Why an incident is disputed, and who verified it.
    revision: {
      where: `entity = 'incident' and ${seen("entity_id")} and action in ('verify', 'dispute')`,
      columns: { payload: "null", salt: "''", origin: "''" },
    },
    verifiedVersion: { ...ofIncident, columns: { document: "'{}'", sources: "'[]'" } },
    account: { where: "true", columns: { email: "''", banReason: "null", image: "null" } },
  };
}
