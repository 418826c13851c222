import type { NextRequest } from "next/server";
import { getLocale } from "next-intl/server";
import { exportRoute } from "../export-route";
import { dataPackageFile } from "../table-files";

export async function GET(request: NextRequest) {
  return (await route()).GET(request);
}

export async function HEAD(request: NextRequest) {
  return (await route()).HEAD(request);
}

async function route() {
  const licence = process.env.LEDGER_DATA_LICENCE ?? "";
  const address = (process.env.PUBLIC_ADDRESS ?? "").replace(/\/$/, "");
  return exportRoute(dataPackageFile({ licence, address, locale: await getLocale() }));
}
