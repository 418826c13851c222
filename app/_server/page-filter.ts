import { getLocale, getTranslations } from "next-intl/server";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import type { FilterNames } from "../../domain/filter-names";
import { currentReader } from "./reader";
import { type PageSearchParams, toSearchParams } from "./search-params";

/** What the address of a page asks for, as `read` reads it, with the words to say its filter in: for the page's title. */
export async function pageFilter<R>(
  searchParams: PageSearchParams,
  read: (
    store: Store,
    actor: Actor,
    params: URLSearchParams,
  ) => Promise<{ request: R; names: FilterNames }>,
) {
  const [{ store, actor }, say, locale] = await Promise.all([
    currentReader(),
    getTranslations(),
    getLocale(),
  ]);
  const { request, names } = await read(store, actor, toSearchParams(await searchParams));
  return { request, say, words: { names, locale, say } };
}
