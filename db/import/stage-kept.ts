import { type KeptWords, keptRows } from "../kept-words";
import type { Applying } from "./applying";
import type { Staged } from "./import-queue";

/** Stages what is newly kept of a row's words, with its entries in the log. */
export function stageKept(
  { actor, clock }: Applying,
  staged: Staged,
  kept: readonly KeptWords[],
): void {
  if (kept.length === 0) return;
  const { marks, entries } = keptRows(kept, actor, clock);
  staged.writes.push((many) => {
    many.add("keptMark", marks);
    for (const entry of entries) many.log(entry, actor, clock);
  });
}
