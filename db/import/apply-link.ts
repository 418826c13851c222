import type { ImportAction } from "../../domain/import/data-import";
import type { ImportItem } from "../../domain/import/import-item";
import { insertLink } from "../insert-link";
import { insertNotSame } from "../insert-not-same";
import { alone } from "./alone";
import type { Applying } from "./applying";
import { keptIn } from "./decide-texts";
import { noteThing } from "./note-thing";

/** A link between two incidents of the ledger. */
export async function applyLink(
  applying: Applying,
  { from, to, type, note }: Extract<ImportItem, { what: "link" }>,
): Promise<ImportAction> {
  const { store, db, actor, clock } = applying;
  const { text, keep } = keptIn(note, applying);
  const link = { from, to, type, note: text, keep };
  return alone<ImportAction>(applying, async () => {
    const id = await insertLink(store, db, link, actor, clock);
    if (id === null) return "unchanged";
    await noteThing(applying, "link", id, "created", 1);
    return "created";
  });
}

/** A decision that two incidents are not the same. */
export async function applyNotSame(
  applying: Applying,
  { first, second, reason }: Extract<ImportItem, { what: "not_same" }>,
): Promise<ImportAction> {
  const { store, db, actor, clock } = applying;
  const { text, keep } = keptIn(reason, applying);
  const decided = { from: first, to: second, reason: text, keep };
  return alone<ImportAction>(applying, async () => {
    const id = await insertNotSame(store, db, decided, actor, clock);
    if (id === null) return "unchanged";
    await noteThing(applying, "not_same", id, "created", 1);
    return "created";
  });
}
