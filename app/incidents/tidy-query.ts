import { findPlaces } from "../../db/queries/find-places";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { MAX_VALUES } from "../../domain/filter-field";
import { readProvinceCode } from "../../domain/unknown-province";

/**
 * The query a form meant: fields left blank taken out, and a province or place typed by any of its names as its code.
 * Null where there is nothing to tidy.
 */
export async function tidyQuery(
  store: Store,
  actor: Actor,
  params: URLSearchParams,
): Promise<URLSearchParams | null> {
  const tidy = new URLSearchParams();
  // Each name is looked up; a list that is too long is refused as it stands.
  const isNamed = (name: string) =>
    (name === "province" || name === "place") && params.getAll(name).length <= MAX_VALUES;
  for (const [name, value] of params) {
    if (value === "") continue;
    tidy.append(name, isNamed(name) ? await placeCode(store, actor, name, value) : value);
  }
  return tidy.toString() === params.toString() ? null : tidy;
}

/** The text itself where it is a code already, or the name of none or of several. */
async function placeCode(store: Store, actor: Actor, field: string, text: string): Promise<string> {
  if (readProvinceCode(text) !== null || (field === "place" && text.includes("/"))) return text;
  const named = await findPlaces(store, actor, { typed: text, exact: true });
  const found = field === "place" ? named : named.filter(({ kind }) => kind === "province");
  return found.length === 1 && found[0] ? found[0].id : text;
}
