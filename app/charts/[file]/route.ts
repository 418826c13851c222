import { getLocale, getTranslations } from "next-intl/server";
import { CHART_KINDS } from "../../../components/charts/dated-bars";
import { keepAccess } from "../../_server/keep-access";
import { readerFor } from "../../_server/reader";
import { dataAsker } from "../../_server/session";
import { chartResponse } from "./chart-response";

type Context = { params: Promise<{ file: string }> };

/** `/charts/incidents.svg` and the like: the charts of the overview, or the numbers behind them, for the same filter. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  // Counts of incidents are not the incidents: they may be taken without giving the password once more.
  const asker = await dataAsker("incident.export");
  if (asker instanceof Response) return asker;
  const { actor } = asker;
  const [, name, format] = /^(\w+)\.(svg|csv)$/.exec((await params).file) ?? [];
  const kind = CHART_KINDS.find((each) => each === name);
  if (kind === undefined) return new Response(null, { status: 404 });
  const [{ store }, say, locale] = await Promise.all([
    readerFor(actor),
    getTranslations(),
    getLocale(),
  ]);
  return chartResponse(store, actor, new URL(request.url).searchParams, {
    kind,
    format: format as "svg" | "csv",
    say,
    locale,
    today: new Date().toISOString().slice(0, 10),
    keep: (access) => keepAccess(actor, access),
  });
}
