import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { FilterNames } from "../../domain/filter-names";
import type { IncidentFilter } from "../../domain/incident-filter";
import { endsOfMove } from "../../domain/map-move";
import { sourceName } from "../../domain/source-name";
import { countryOfUnknown, unknownProvinceOf } from "../../domain/unknown-province";
import { authoriseReading } from "../authorise-reading";
import { inChunks } from "../in-chunks";
import type { Store } from "../store";

/** The names of all that a filter asks for by code; what does not exist is absent. */
export async function getFilterNames(
  store: Store,
  actor: Actor,
  filter: IncidentFilter,
): Promise<FilterNames> {
  authoriseReading(store, actor, "incident.read");
  const { incident, location, source } = store.t;
  const named = async (kind: "country" | "province" | null, ids: string[]) => {
    const rows = await inChunks(ids, (chunk) =>
      store.read
        .select({ id: location.id, name: location.nameEn })
        .from(location)
        .where(
          and(kind === null ? undefined : eq(location.kind, kind), inArray(location.id, chunk)),
        ),
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
  const sources = await inChunks(filter.source, (chunk) =>
    store.read
      .select({ ref: source.ref, publisher: source.publisher, title: source.title })
      .from(source)
      .where(inArray(source.ref, chunk)),
  );
  const incidents = await inChunks(filter.ref, (chunk) =>
    store.read.select({ ref: incident.ref }).from(incident).where(inArray(incident.ref, chunk)),
  );
  const without = filter.province.flatMap((code) => countryOfUnknown(code) ?? []);
  const ofUnknown = await named("country", without);
  return {
    provinces: new Map([
      ...(await named("province", filter.province)),
      ...[...ofUnknown].map(([id, name]) => [unknownProvinceOf(id), name] as const),
    ]),
    places: await named(null, [...filter.place, ...filter.move.flatMap(endsOfMove)]),
    countries: await named("country", [...filter.country, ...filter.nationality]),
    sources: new Map(sources.map((one) => [one.ref, sourceName(one)])),
    incidents: new Map(incidents.map(({ ref }) => [ref, ref])),
  };
}
