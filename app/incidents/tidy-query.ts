import { findPlaces } from "../../db/queries/find-places";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { MAX_VALUES } from "../../domain/filter-field";

/**
 * The query a form meant: fields left blank taken out, and a province typed by any of its names as its code.
 * Null where there is nothing to tidy.
 */
export async function tidyQuery(
  store: Store,
  actor: Actor,
  params: URLSearchParams,
): Promise<URLSearchParams | null> {
  const tidy = new URLSearchParams();
  // Each name is looked up; a list that is too long is refused as it stands.
  const named = params.getAll("province").length <= MAX_VALUES;
  for (const [name, value] of params) {
    if (value === "") continue;
    tidy.append(
      name,
      named && name === "province" ? await provinceCode(store, actor, value) : value,
    );
  }
  return tidy.toString() === params.toString() ? null : tidy;
}

/** The text itself where it is a code already, or the name of no province or of several. */
async function provinceCode(store: Store, actor: Actor, text: string): Promise<string> {
  if (/^[A-Za-z]{2}-[A-Za-z0-9]{1,3}$/.test(text)) return text;
  const named = await findPlaces(store, actor, { typed: text, exact: true });
  const provinces = named.filter(({ kind }) => kind === "province");
  return provinces.length === 1 && provinces[0] ? provinces[0].id : text;
}
