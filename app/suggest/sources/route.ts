import type { NextRequest } from "next/server";
import { findSources } from "../../../db/queries/find-sources";
import { listSources } from "../../../db/queries/list-sources";
import { readReference } from "../../../domain/reference";
import { sourceName } from "../../../domain/source-name";
import { SOURCE_TABLE } from "../../../domain/source-table";
import { parseTableRequest } from "../../../domain/table-params";
import { readerOnPage } from "../../_server/reader";
import { suggestionsResponse } from "../suggestions-response";

const MAX_FOUND = 10;

/**
 * Sources with the words of `q` in publisher, title or address, latest first, or the one whose reference it is.
 * `published` is its date of publication, from which the form reckons "last week".
 */
export async function GET(request: NextRequest) {
  const reader = await readerOnPage("incident.read");
  if (reader instanceof Response) return reader;
  const { store, actor } = reader;
  const q = request.nextUrl.searchParams.get("q") ?? "";
  const ref = readReference("SRC", q);
  const { request: asked } = parseTableRequest(SOURCE_TABLE, new URLSearchParams({ q }));
  const found = ref
    ? await findSources(store, actor, [ref])
    : (await listSources(store, actor, asked)).rows;
  return suggestionsResponse(
    found.slice(0, MAX_FOUND).map((source) => ({
      value: source.ref,
      label: sourceName(source),
      detail: source.ref,
      published: source.published,
    })),
  );
}
