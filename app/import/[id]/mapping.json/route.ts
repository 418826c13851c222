import { getImport } from "../../../../db/queries/get-import";
import { fileStem } from "../../../../domain/import/file-stem";
import { currentActor, keepRefusal, refusalOf } from "../../../_server/session";
import { getStore } from "../../../_server/store";

type Props = { params: Promise<{ id: string }> };

/** What the columns of an import were said to be, as the command line reads it with `--mapping`. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const actor = await currentActor();
  const refused = refusalOf(actor, "data.import");
  if (refused) {
    await keepRefusal(actor);
    return refused;
  }
  const view = await getImport(await getStore(), actor, (await params).id, { plansUndo: false });
  if (!view?.mapping) return new Response("There is no such file.\n", { status: 404 });
  return new Response(`${JSON.stringify(view.mapping, null, 2)}\n`, {
    headers: {
      "content-type": "application/json",
      "content-disposition": `attachment; filename="${fileStem(view.fileName)}-mapping.json"`,
      "cache-control": "no-store",
    },
  });
}
