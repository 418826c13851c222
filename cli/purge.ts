import { readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { erasePurged } from "../db/commands/publish-pending";
import { type DroppedVersions, purgeRevisions } from "../db/commands/purge-revisions";
import { publicUrlOf } from "../db/public-store";
import type { Actor } from "../domain/actor";
import { DomainError } from "../domain/errors";
import { openBoth } from "./open-both";
import { Misunderstood, type Outcome } from "./outcome";

const PURGER: Actor = { id: "command line", role: "admin", from: "ledger purge" };

const REFUSALS: Record<string, (values: DomainError["values"]) => string> = {
  "entry.not_found": ({ seq }) => `the log has no entry ${seq}; nothing was emptied`,
  "entry.already_empty": ({ seq }) => `entry ${seq} is empty already; nothing was emptied`,
  "entry.is_purge": ({ seq }) => `entry ${seq} records a purge itself; nothing was emptied`,
  "entry.too_many": ({ max }) => `at most ${max} entries can be emptied at once`,
};

/** Empties entries of the log, and says where the text may still be. */
export async function purge(
  databaseUrl: string,
  given: { entries?: unknown; reason?: unknown },
): Promise<Outcome> {
  const entries = readEntries(given.entries);
  const reason = typeof given.reason === "string" ? given.reason : "";
  if (reason.trim() === "")
    throw new Misunderstood("--reason TEXT is needed: it stays in the log.");
  const { dropped, isErased } = await openBoth(databaseUrl, async (stores) => {
    const purged = await purgeRevisions(stores.internal, { entries, reason }, PURGER);
    return { ...purged, isErased: await erasePurged(stores) };
  }).catch((error: unknown) => {
    const say = error instanceof DomainError ? REFUSALS[error.code] : undefined;
    throw say ? new Error(say((error as DomainError).values)) : error;
  });
  const copies = copiesOf(databaseUrl);
  return {
    lines: [
      `Emptied ${entries.length === 1 ? "entry" : "entries"} ${entries.join(", ")}.`,
      ...dropped.map(sayDropped),
      ...(isErased
        ? []
        : ["The program is reading a file: the old bytes leave its journal when it stops."]),
      ...(copies.length > 0
        ? [`Copies made before still hold the text: ${copies.join(", ")}`]
        : []),
      "What an incident or source says now, and the version of an incident verified last, are not changed by this: where they still hold the words, edit, verify and publish, and then purge the entries that this added.",
      "Backups elsewhere are not reached.",
    ],
    problems: [],
  };
}

function sayDropped({ ref, numbers, isTakenOff }: DroppedVersions): string {
  const which = `Dropped of ${ref} verified ${numbers.length === 1 ? "version" : "versions"} ${numbers.join(", ")}.`;
  return isTakenOff ? `${which} It is off the public pages until it is published again.` : which;
}

function readEntries(typed: unknown): number[] {
  const texts = Array.isArray(typed) ? typed.map(String) : [];
  if (texts.length === 0) throw new Misunderstood("--entry NUMBER is needed, once or more.");
  const wrong = texts.find((text) => !/^[1-9]\d{0,9}$/.test(text));
  if (wrong !== undefined)
    throw new Misunderstood(`--entry ${JSON.stringify(wrong)} is no number of an entry.`);
  return [...new Set(texts.map(Number))];
}

/** The copies that migrations made beside the SQLite files of both stores. */
function copiesOf(databaseUrl: string): string[] {
  if (!databaseUrl.startsWith("file:")) return [];
  return [databaseUrl, publicUrlOf(databaseUrl)].flatMap((url) => {
    const path = url.slice("file:".length);
    return readdirSync(dirname(path)).filter((name) =>
      name.startsWith(`${basename(path)}.before-`),
    );
  });
}
