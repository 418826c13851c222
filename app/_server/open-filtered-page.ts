import "server-only";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import type { FilterNames } from "../../domain/filter-names";
import type { Issue } from "../../domain/issue";
import { tidyQuery } from "../incidents/tidy-query";
import { currentReader } from "./reader";
import { type PageSearchParams, toSearchParams } from "./search-params";

/**
 * What every page of a filter begins with: who reads it, what its address asks for, as `read` reads it, and the words to
 * say that in. An address that a form left untidy leads to the tidy one.
 */
export async function openFilteredPage<R>(
  path: string,
  searchParams: PageSearchParams,
  read: (
    store: Store,
    actor: Actor,
    params: URLSearchParams,
  ) => Promise<{ request: R; names: FilterNames; issues: Issue[] }>,
) {
  const [{ store, actor }, t, locale] = await Promise.all([
    currentReader(),
    getTranslations(),
    getLocale(),
  ]);
  const params = toSearchParams(await searchParams);
  const tidy = await tidyQuery(store, actor, params);
  if (tidy !== null) redirect(`${path}?${tidy}`);
  const { request, names, issues } = await read(store, actor, params);
  return { store, actor, t, request, names, issues, words: { names, locale, say: t } };
}
