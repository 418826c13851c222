import { inArray, or } from "drizzle-orm";
import { headlineOf } from "../domain/headline";
import type { IncidentDocument } from "../domain/incident";
import type { NewSource } from "../domain/new-source";
import { locationIdsOf, nationalitiesOf } from "../domain/outside-references";
import { type CaseFacts, caseFacts } from "../domain/similarity/case-facts";
import { reportAddress } from "../domain/similarity/report-address";
import type { SourceFacts } from "../domain/source";
import { inChunks } from "./in-chunks";
import { locationFacts } from "./location-facts";
import { sourceFacts } from "./source-facts";
import type { Db, Store } from "./store";

type Unstored = { document: IncidentDocument; newSources: readonly NewSource[] };

/**
 * What documents that are not stored are held against others by, in their order. `reports`: the addresses of all their
 * sources, and the references of those that are there already.
 */
export async function readCaseFacts(
  store: Store,
  db: Db,
  asked: readonly Unstored[],
): Promise<CaseFacts[]> {
  if (asked.length === 0) return [];
  const cited = asked.flatMap(({ document }) => document.claims.map(({ sourceId }) => sourceId));
  const known = await sourceFacts(store, db, cited);
  const reportsOf = await reportsOfSources(store, db, "id", [...known.keys()]);
  const locations = await locationFacts(
    store,
    db,
    asked.flatMap(({ document }) => [...locationIdsOf(document), ...nationalitiesOf(document)]),
  );
  return asked.map(({ document, newSources }) => {
    const sources = new Map([...known, ...newSources.map(newFacts)]);
    // What names a source that is not there yet says nothing.
    const claims = document.claims.filter(({ sourceId }) => sources.has(sourceId));
    const whole = { ...document, claims };
    return caseFacts(whole, headlineOf(whole, sources, locations), locations, [
      ...claims.flatMap(({ sourceId }) => reportsOf.get(sourceId) ?? []),
      ...newSources.map(({ source }) => reportAddress(source.url)).filter((url) => url !== ""),
    ]);
  });
}

function newFacts({ key, source }: NewSource): [string, SourceFacts] {
  const { publisher, reliability, published, derivedFrom } = source;
  return [key, { id: key, publisher, reliability, published, derived: derivedFrom.length > 0 }];
}

/** For each source its reference and, where it has one, its address; by its id or its reference. */
export async function reportsOfSources(
  { t }: Store,
  db: Db,
  by: "id" | "ref",
  values: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await inChunks(values, (chunk) =>
    db
      .select({ id: t.source.id, ref: t.source.ref, url: t.source.url })
      .from(t.source)
      .where(inArray(t.source[by], chunk)),
  );
  return new Map(
    rows.map((row): [string, string[]] => {
      const address = reportAddress(row.url);
      return [row[by], address === "" ? [row.ref] : [row.ref, address]];
    }),
  );
}

/** For each address the references of the sources that have it; a reference is of itself. */
export async function sourcesOfReports(
  store: Store,
  db: Db,
  reports: readonly string[],
): Promise<Map<string, string[]>> {
  const { source } = store.t;
  const addresses = new Set(
    reports.filter((report) => report.includes("/") || report.includes("?")),
  );
  const found = new Map<string, string[]>([...addresses].map((address) => [address, []]));
  // What hosts and queries are written like differs; the path is as it is.
  const paths = [...addresses].map((address) => address.replace(/\?.*$/, "").replace(/^[^/]*/, ""));
  const rows = await inChunks(paths, (chunk) =>
    db
      .select({ ref: source.ref, url: source.url })
      .from(source)
      .where(or(...chunk.map((path) => store.containsAll(source.url, [path]))))
      .orderBy(source.id),
  );
  for (const { ref, url } of rows) found.get(reportAddress(url))?.push(ref);
  return found;
}
