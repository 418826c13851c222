import { findPlaces } from "../../db/queries/find-places";
import { listSources } from "../../db/queries/list-sources";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { MAX_VALUES } from "../../domain/filter-field";
import { readReference } from "../../domain/reference";
import { SOURCE_TABLE } from "../../domain/source-table";
import { parseTableRequest } from "../../domain/table-params";
import { readProvinceCode } from "../../domain/unknown-province";

/**
 * The query a form meant: fields left blank taken out; a country, province or place typed by any of its names as its
 * code, and a source by words that no other has as its reference. Null where there is nothing to tidy.
 */
export async function tidyQuery(
  store: Store,
  actor: Actor,
  params: URLSearchParams,
): Promise<URLSearchParams | null> {
  const tidy = new URLSearchParams();
  for (const [name, value] of params) {
    if (value === "") continue;
    tidy.append(name, await codeOf(store, actor, params, { name, value }));
  }
  return tidy.toString() === params.toString() ? null : tidy;
}

/** The text itself where it is a code already, or the name of none or of several. */
async function codeOf(
  store: Store,
  actor: Actor,
  params: URLSearchParams,
  { name, value }: { name: string; value: string },
): Promise<string> {
  const all = params.getAll(name);
  // Each name is looked up; a list that is too long is refused as it stands.
  if (all.length > MAX_VALUES) return value;
  switch (name) {
    case "country":
    case "nationality":
    case "province":
    case "place":
      return placeCode(store, actor, name, value);
    case "source":
      // All sources are read for it: a form adds one at a time.
      return all.filter(isWords).length === 1 && isWords(value)
        ? sourceRef(store, actor, value)
        : value;
    default:
      return value;
  }
}

async function placeCode(
  store: Store,
  actor: Actor,
  field: "country" | "nationality" | "province" | "place",
  text: string,
): Promise<string> {
  if (readProvinceCode(text) !== null || (field === "place" && text.includes("/"))) return text;
  const kind = KINDS[field];
  // Two letters are a code before they are a name: "UK" is one of the names of GB.
  const typed = kind === "country" && /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : text;
  const named = await findPlaces(store, actor, { typed, exact: true });
  const found = named.filter((place) => kind === null || place.kind === kind);
  return found.length === 1 && found[0] ? found[0].id : text;
}

const KINDS = {
  country: "country",
  nationality: "country",
  province: "province",
  place: null,
} as const;

function isWords(text: string): boolean {
  return text !== "" && readReference("SRC", text) === null;
}

async function sourceRef(store: Store, actor: Actor, text: string): Promise<string> {
  const { request } = parseTableRequest(SOURCE_TABLE, new URLSearchParams({ q: text }));
  const { rows, total } = await listSources(store, actor, request);
  return total === 1 && rows[0] ? rows[0].ref : text;
}
