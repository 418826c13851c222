import "server-only";
import { systemClock } from "../../db/clock";
import { newId } from "../../db/new-id";
import { findPlaces } from "../../db/queries/find-places";
import { findSources } from "../../db/queries/find-sources";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import type { FormContext, PlaceMatch } from "../../domain/form-reading";
import type { IncidentDocument } from "../../domain/incident";
import type { IncidentForm } from "../../domain/incident-form";
import { readReference } from "../../domain/reference";

/** Everything that the reading of a form looks up: its places by name, its sources by reference. */
export async function formContext(
  store: Store,
  actor: Actor,
  form: Pick<IncidentForm, "sources" | "claims"> & Partial<Pick<IncidentForm, "events">>,
  before: IncidentDocument | null,
): Promise<FormContext> {
  const named = [
    ...(form.events ?? []).flatMap((event) => event.places.map(({ name }) => name)),
    ...form.claims.flatMap(({ field, value }) => (field === "place" ? [value] : [])),
  ];
  const places = new Map<string, PlaceMatch[]>();
  for (const name of new Set(named))
    places.set(name, await findPlaces(store, actor, { typed: name, exact: true }));
  const refs = form.sources
    .flatMap(({ ref, copies }) => [ref, ...copies])
    .map((text) => readReference("SRC", text));
  const sources = await findSources(
    store,
    actor,
    refs.filter((ref) => ref !== null),
  );
  return {
    newId: () => newId(systemClock),
    before,
    sources: new Map(sources.map((source) => [source.ref, source])),
    places,
  };
}
