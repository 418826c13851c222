import { runOf } from "../../../_server/import-runs";
import { currentActor, refusalOf } from "../../../_server/session";

type Props = { params: Promise<{ id: string }> };

/** How far something is that is done with an import; 404 where nothing is, or it ended. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const refused = refusalOf(await currentActor(), "data.import");
  if (refused) return refused;
  const run = runOf((await params).id);
  const headers = { "cache-control": "no-store" };
  if (!run || run.failed) return Response.json(null, { status: 404, headers });
  const { kind, done, all } = run;
  return Response.json({ kind, done, all }, { headers });
}
