import { getTranslations } from "next-intl/server";
import { csvLines } from "../../../../adapters/csv-writer";
import { getIncident } from "../../../../db/queries/get-incident";
import { csvRecord, DEFAULT_CSV_COLUMNS } from "../../../../domain/incident-csv-columns";
import { readReference } from "../../../../domain/reference";
import { toIncidentRow } from "../../../../domain/to-incident-row";
import { keepAccess } from "../../../_server/keep-access";
import { readFirst } from "../../../_server/reader";
import { dataAsker } from "../../../_server/session";

type Context = { params: Promise<{ ref: string }> };

/** The case summary of one incident: the heading and its one row, as in the export of many. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const asker = await dataAsker("incident.export");
  if (asker instanceof Response) return asker;
  const { actor } = asker;
  const say = await getTranslations();
  const ref = readReference("INC", (await params).ref);
  const read = ref && (await readFirst(actor, (store) => getIncident(store, actor, ref)));
  if (!read) return new Response(null, { status: 404 });
  const { found: view } = read;
  await keepAccess(actor, { action: "export", entity: "incident", entityId: view.ref, detail: "" });
  const context = { say, today: new Date().toISOString().slice(0, 10) };
  const record = csvRecord(toIncidentRow(view), DEFAULT_CSV_COLUMNS, context);
  return new Response(csvLines([DEFAULT_CSV_COLUMNS, record]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${view.ref}.csv"`,
      "cache-control": "no-store",
    },
  });
}
