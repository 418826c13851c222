import { type ChainedColumns, chainHash, type LogHead, sha256 } from "./append-revision";

/** One stored entry, whole. */
export type ChainRow = ChainedColumns & { salt: string; payload: string | null; hash: string };

/** Something that is wrong, to be put into words; `values` say where. */
export type Fault<Code extends string = string> = {
  code: Code;
  values: Record<string, string | number>;
};

export type ChainFault = Fault<
  | "entries_missing"
  | "entry_altered"
  | "entry_out_of_chain"
  | "content_altered"
  | "emptied_without_purge"
  | "purge_undone"
  | "head_missing"
  | "head_differs"
  | "head_not_found"
>;

/** An entry whose content was purged, and the entry that says so. */
export type Tombstone = { seq: number; purge: number; at: number; actor: string; reason: string };

export type CheckedChain = {
  entries: number;
  /** Null where the log is empty. */
  head: LogHead | null;
  tombstones: Tombstone[];
  faults: ChainFault[];
};

/**
 * Reads a whole log in the order of `seq` and says what was done to it. Nobody who lacks a copy of the head can be
 * kept from writing a new log; `expected`, the hash of an earlier head kept elsewhere, finds that too.
 * 1. Every entry follows the one before it, by number and by hash: nothing removed, inserted or reordered.
 * 2. Every hash covers the columns of its entry, every digest its content: nothing altered.
 * 3. Content is empty exactly where an entry says that it was purged.
 * 4. The last entry is the one that was kept with it: nothing cut off.
 */
export async function checkChain(
  batches: AsyncIterable<ChainRow[]> | Iterable<ChainRow[]>,
  { kept, expected }: { kept: LogHead | null; expected?: string },
): Promise<CheckedChain> {
  const faults: ChainFault[] = [];
  const emptied = new Set<number>();
  const purges = new Map<number, Tombstone>();
  let entries = 0;
  let last: ChainRow | null = null;
  let isExpectedFound = expected === undefined;
  for await (const rows of batches)
    for (const row of rows) {
      faults.push(...checkEntry(row, last));
      if (row.payload === null) emptied.add(row.seq);
      if (row.action === "purge") {
        const { seq: purge, at, actor, reason } = row;
        purges.set(Number(row.entityId), { seq: Number(row.entityId), purge, at, actor, reason });
      }
      isExpectedFound ||= row.hash === expected;
      entries += 1;
      last = row;
    }
  for (const seq of emptied)
    if (!purges.has(seq)) faults.push({ code: "emptied_without_purge", values: { seq } });
  for (const { seq, purge } of purges.values())
    if (!emptied.has(seq)) faults.push({ code: "purge_undone", values: { seq, purge } });
  const head = last && { seq: last.seq, hash: last.hash };
  faults.push(...checkHead(head, kept));
  if (!isExpectedFound)
    faults.push({ code: "head_not_found", values: { hash: expected as string } });
  return { entries, head, tombstones: [...purges.values()], faults };
}

function checkEntry(row: ChainRow, last: ChainRow | null): ChainFault[] {
  const { seq } = row;
  const faults: ChainFault[] = [];
  const next = (last?.seq ?? 0) + 1;
  if (seq > next) faults.push({ code: "entries_missing", values: { from: next, to: seq - 1 } });
  // Where the entry before it was altered, that is said there: either of its hashes will do here.
  const before = last === null ? [""] : [last.hash, chainHash(last)];
  if (row.hash !== chainHash(row)) faults.push({ code: "entry_altered", values: { seq } });
  else if (seq <= next && !before.includes(row.previousHash))
    faults.push({ code: "entry_out_of_chain", values: { seq } });
  // Whoever alters a log may leave numbers where there were texts.
  if (row.payload !== null && row.payloadDigest !== sha256(`${row.salt}${row.payload}`))
    faults.push({ code: "content_altered", values: { seq } });
  return faults;
}

function checkHead(head: LogHead | null, kept: LogHead | null): ChainFault[] {
  if (kept === null) return head === null ? [] : [{ code: "head_missing", values: {} }];
  if (kept.seq === head?.seq && kept.hash === head.hash) return [];
  return [{ code: "head_differs", values: { kept: kept.seq, found: head?.seq ?? 0 } }];
}
