import type { NextRequest } from "next/server";
import { listSources } from "../../../db/queries/list-sources";
import { SOURCE_TABLE } from "../../../domain/source-table";
import { parseTableRequest } from "../../../domain/table-params";
import { currentActor } from "../../_server/session";
import { getStore } from "../../_server/store";

const MAX_FOUND = 10;

/** Sources with the words of `q` in publisher, title or address, latest first, for the filter. */
export async function GET(request: NextRequest) {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const params = new URLSearchParams({ q: request.nextUrl.searchParams.get("q") ?? "" });
  const { request: asked } = parseTableRequest(SOURCE_TABLE, params);
  const { rows } = await listSources(store, actor, asked);
  return Response.json(
    rows.slice(0, MAX_FOUND).map(({ ref, publisher, title }) => ({
      value: ref,
      label: [publisher, title].filter(Boolean).join(", ") || ref,
      detail: ref,
    })),
  );
}
