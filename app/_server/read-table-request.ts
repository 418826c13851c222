import "server-only";
import { redirect } from "next/navigation";
import type { Issue } from "../../domain/issue";
import { tableHref } from "../../domain/table-links";
import {
  parseTableRequest,
  type Searchable,
  serializeTableRequest,
  type TableRequest,
  type TableSpec,
} from "../../domain/table-params";
import { type PageSearchParams, toSearchParams } from "./search-params";

/**
 * What an address asks of the table at `path`, with every issue. One without issues that is not in its canonical
 * form, as a form with fields left blank sends it, is redirected to that form.
 */
export async function readTableRequest<K extends string, F extends Searchable>(
  spec: TableSpec<K, F>,
  path: string,
  searchParams: PageSearchParams,
): Promise<{ request: TableRequest<K, F>; issues: Issue[] }> {
  const params = toSearchParams(await searchParams);
  const { request, issues } = parseTableRequest(spec, params);
  const canonical = serializeTableRequest(spec, request).toString();
  if (issues.length === 0 && canonical !== params.toString())
    redirect(tableHref(spec, path, request));
  return { request, issues };
}
