import type { NextRequest } from "next/server";
import { TABLE_NAMES } from "../../../../domain/tables/data-tables";
import { exportRoute } from "../../export-route";
import { tableFile } from "../../table-files";

type Context = { params: Promise<{ file: string }> };

export function GET(request: NextRequest, context: Context) {
  return respond("GET", request, context);
}

export function HEAD(request: NextRequest, context: Context) {
  return respond("HEAD", request, context);
}

async function respond(
  method: "GET" | "HEAD",
  request: NextRequest,
  { params }: Context,
): Promise<Response> {
  const { file } = await params;
  const name = TABLE_NAMES.find((table) => `${table}.csv` === file);
  if (name === undefined) return new Response(null, { status: 404 });
  return exportRoute(tableFile(name))[method](request);
}
