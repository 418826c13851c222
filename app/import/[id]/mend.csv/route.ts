import { getTranslations } from "next-intl/server";
import { csvLines } from "../../../../adapters/csv-writer";
import { getImport } from "../../../../db/queries/get-import";
import { fileStem } from "../../../../domain/import/file-stem";
import type { ImportFault } from "../../../../domain/import/import-item";
import { headersToMend, rowToMend } from "../../../../domain/import/rows-to-mend";
import { currentActor, keepRefusal, refusalOf } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { textStream } from "../../../_server/text-stream";
import { namedPlaces, openWaiting } from "../open-waiting";

type Props = { params: Promise<{ id: string }> };

/** Rows read before somebody else is served. */
const AT_ONCE = 500;

/** The rows of a table that could not be imported, each with what is wrong; it comes in again once it is mended. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const [actor, say] = await Promise.all([currentActor(), getTranslations()]);
  const refused = refusalOf(actor, "data.import");
  if (refused) {
    await keepRefusal(actor);
    return refused;
  }
  const view = await getImport(await getStore(), actor, (await params).id);
  const file = view && (await openWaiting(view));
  if (!view?.mapping || !view.report || file?.format !== "table") {
    file?.close();
    return new Response("There is no such file.\n", { status: 404 });
  }
  const { headers } = file;
  // What only the ledger could find; the rest is found once more as the rows are read.
  const found = new Map<number, ImportFault[]>();
  for (const fault of view.report.faults) {
    const some = found.get(fault.line);
    if (some) some.push(fault);
    else found.set(fault.line, [fault]);
  }
  const rows = file.rows(view.mapping, await namedPlaces(actor));
  const inWords = ({ issue }: ImportFault) => say(`issues.${issue.code}`, issue.values);
  const lines = async () => {
    const faulty: string[][] = [];
    for (let n = 0; n < AT_ONCE; n++) {
      const { value, done } = await rows.next();
      if (done) return faulty.length > 0 ? csvLines(faulty) : null;
      const { item, record } = value;
      if (record === null) continue;
      const faults = found.get(record.line) ?? (item.what === "faults" ? item.faults : []);
      if (faults.length > 0) faulty.push(rowToMend(headers, record, faults, inWords));
    }
    return csvLines(faulty);
  };
  return new Response(
    textStream(csvLines([headersToMend(headers)]), lines, async () => {
      await rows.return(undefined);
      file.close();
    }),
    {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${fileStem(view.fileName)}-to-mend.csv"`,
        "cache-control": "no-store",
      },
    },
  );
}
