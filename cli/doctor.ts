import { checkDatabase, type DatabaseFault } from "../db/queries/check-database";
import { checkLog, type LogFault } from "../db/queries/check-log";
import type { Actor } from "../domain/actor";
import { openExisting } from "./open-existing";
import { Misunderstood, type Outcome } from "./outcome";

const DOCTOR: Actor = { id: "command line", role: "admin", from: "ledger doctor" };

type Values = Record<string, string | number>;
const WORDS: Record<(LogFault | DatabaseFault)["code"], (values: Values) => string> = {
  entries_missing: ({ from, to }) => `Entries ${from} to ${to} are missing.`,
  entry_altered: ({ seq }) => `Entry ${seq} was altered: it does not fit its hash.`,
  entry_out_of_chain: ({ seq }) => `Entry ${seq} does not follow the entry before it.`,
  content_altered: ({ seq }) => `The content of entry ${seq} was altered.`,
  emptied_without_purge: ({ seq }) => `Entry ${seq} is empty, and no purge says why.`,
  purge_undone: ({ seq, purge }) => `Entry ${seq} has content that entry ${purge} says was purged.`,
  head_missing: () => "The ledger does not know the head of its log.",
  head_differs: ({ kept, found }) =>
    `The log ends with entry ${found}, and not with the entry ${kept} that was written last.`,
  head_not_found: ({ hash }) => `The log was cut or written anew: no entry has the hash ${hash}.`,
  version_not_logged: ({ ref, version, logged }) =>
    `${ref} has version ${version}, and the log only knows version ${logged}.`,
  database_newer: ({ count }) =>
    `Migrations that this program does not know: ${count}; nothing else was checked.`,
  trigger_missing: ({ trigger }) =>
    `The trigger ${trigger} is gone: nothing keeps the log from being changed.`,
  entry_trigger_missing: ({ trigger }) =>
    `The trigger ${trigger} is gone: lists and the search may still tell of incidents as they were. Export a data package and import it into a new ledger.`,
  file_damaged: ({ line }) => `The file is damaged: ${line}`,
  row_dangling: ({ table, parent }) => `A row of ${table} points to no row of ${parent}.`,
};

/**
 * Verifies the database and its log; a problem is one line. The head that it prints, kept where nobody who can write
 * the database gets at it, finds a log written anew: `expectHead` is the hash of such a head.
 */
export async function doctor(
  databaseUrl: string,
  { expectHead }: { expectHead?: unknown },
): Promise<Outcome> {
  const expected = readHash(expectHead);
  return openExisting(databaseUrl, async (store) => {
    const faults = await checkDatabase(store, DOCTOR);
    if (faults.some(({ code }) => code === "database_newer"))
      return { lines: [], problems: faults.map(inWords) };
    const {
      entries,
      head,
      tombstones,
      faults: ofLog,
    } = await checkLog(store, DOCTOR, { expected });
    const problems = [...faults, ...ofLog].map(inWords);
    return {
      lines: [
        ...(problems.length === 0
          ? [`The log is whole: ${entries} ${entries === 1 ? "entry" : "entries"}.`]
          : []),
        ...tombstones.map(
          ({ seq, purge, at, actor, reason }) =>
            `Entry ${seq} was emptied by ${actor} on ${day(at)} (entry ${purge}): ${reason}`,
        ),
        ...(head ? [`Head: ${head.seq} ${head.hash}`] : []),
      ],
      problems,
    };
  });
}

function inWords({ code, values }: LogFault | DatabaseFault): string {
  return WORDS[code](values);
}

function readHash(typed: unknown): string | undefined {
  if (typed === undefined) return undefined;
  const hash = String(typed).toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  throw new Misunderstood("--expect-head takes the 64 characters of a hash that doctor printed.");
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
