import { join } from "node:path";
import { recordAccess } from "../db/commands/record-access";
import { type Profile, READERS } from "../db/profile";
import { getFilterNames } from "../db/queries/get-filter-names";
import type { Store } from "../db/store";
import type { AccessedEntity } from "../domain/access";
import type { Actor } from "../domain/actor";
import { refuseUnknownNames } from "../domain/filter-names";
import { serializeIncidentFilter } from "../domain/incident-filter";
import {
  type IncidentRequest,
  parseIncidentRequest,
  serializeIncidentRequest,
} from "../domain/incident-request";
import { type TableName, tableNamed, tablesFor } from "../domain/tables/data-tables";
import { everything } from "../domain/takes-everything";
import { EXPORT_FORMATS, type ExportFormat, formatNamed } from "./export-formats";
import { grouped } from "./grouped";
import { openToExport } from "./open-to-export";
import { Misunderstood, type Outcome } from "./outcome";
import { progressLine } from "./progress-line";
import { texts } from "./texts";
import { type WrittenFile, writeOut } from "./write-out";

type Given = {
  file?: unknown;
  format?: unknown;
  filter?: unknown;
  profile?: unknown;
  force?: unknown;
};

const PROFILES: readonly Profile[] = ["internal", "verified", "public"];

/** Everything, what is retracted and what was merged into others too. */
const ALL = serializeIncidentFilter(everything()).toString();

/**
 * Writes what a filter finds to a file, or to standard output where it is text. The whole file is there or nothing of
 * it. Whoever takes away more than what is public is kept in the access log.
 */
export async function exportFile(databaseUrl: string, given: Given): Promise<Outcome> {
  const file = given.file;
  if (typeof file !== "string")
    throw new Misunderstood("export needs a FILE, or - for what it prints.");
  const format = readFormat(given.format);
  const profile = readProfile(given.profile);
  if (file === "-" && !format.isText)
    throw new Misunderstood(`${format.name} is more than text: name a FILE.`);
  const { say, locale } = texts();
  return openToExport(databaseUrl, profile, async (store, log) => {
    const actor: Actor = { id: "command line", role: READERS[profile], from: "ledger export" };
    const request = await readFilter(store, actor, String(given.filter ?? ALL), say);
    const query = serializeIncidentRequest(request).toString();
    const entity: AccessedEntity = "incidents";
    await recordAccess(log, { action: "export", entity, entityId: "", detail: query }, actor);
    const progress = progressLine((bytes) => `Written ${grouped(bytes)} bytes.`);
    const context = { say, locale, now: Date.now(), request, query };
    const written: WrittenFile[] = [];
    try {
      for (const part of partsOf(format, file, store))
        written.push(
          await writeOut(part.path, part.format.write(store, actor, context), {
            force: given.force === true,
            onBytes: progress.at,
          }),
        );
    } finally {
      progress.end();
    }
    return said({ format: format.name, profile, query, files: written }, file);
  });
}

type Part = { path: string; format: ExportFormat };

/** One file, or for all tables one each in a folder. */
function partsOf(format: ExportFormat, file: string, store: Store): Part[] {
  if (format.name !== "tables") return [{ path: file, format }];
  return tablesFor(store.profile === "internal").map((name) => ({
    path: join(file, `${tableNamed(name).name}.csv`),
    format: formatNamed(name as TableName)!,
  }));
}

function said(
  summary: { format: string; profile: string; query: string; files: WrittenFile[] },
  file: string,
): Outcome {
  // What it printed is the export itself.
  if (file === "-") return { lines: [], problems: [] };
  const lines = summary.files.map(
    ({ path, bytes, sha256 }) => `Wrote ${path}: ${grouped(bytes)} bytes, SHA-256 ${sha256}.`,
  );
  return { lines, problems: [], json: summary };
}

function readFormat(typed: unknown): ExportFormat {
  const allowed = EXPORT_FORMATS.map(({ name }) => name).join(", ");
  if (typed === undefined) throw new Misunderstood(`--format is needed, one of: ${allowed}.`);
  const format = formatNamed(String(typed));
  if (!format)
    throw new Misunderstood(`There is no format ${JSON.stringify(typed)}. Allowed: ${allowed}.`);
  return format;
}

function readProfile(typed: unknown): Profile {
  const profile = PROFILES.find((one) => one === (typed ?? "internal"));
  if (profile) return profile;
  throw new Misunderstood(
    `There is no profile ${JSON.stringify(typed)}. Allowed: ${PROFILES.join(", ")}.`,
  );
}

async function readFilter(
  store: Store,
  actor: Actor,
  typed: string,
  say: ReturnType<typeof texts>["say"],
): Promise<IncidentRequest> {
  const { request, issues } = parseIncidentRequest(new URLSearchParams(typed));
  const names = await getFilterNames(store, actor, request.filter);
  const { filter, issues: ofNames } = refuseUnknownNames(request.filter, names);
  const wrong = [...issues, ...ofNames].map(
    ({ path, code, values = {} }) => `--filter, ${path}: ${say(`issues.${code}`, values)}`,
  );
  if (wrong.length > 0) throw new Misunderstood(wrong.join(" "));
  return { ...request, filter };
}
