import type { NextRequest } from "next/server";
import { getLocale } from "next-intl/server";
import { exportRoute } from "../export-route";
import { summariesFile } from "./summaries-file";

export async function GET(request: NextRequest) {
  return (await route()).GET(request);
}

export async function HEAD(request: NextRequest) {
  return (await route()).HEAD(request);
}

async function route() {
  const base = process.env.PUBLIC_ADDRESS ?? "";
  return exportRoute(summariesFile({ locale: await getLocale(), base }));
}
