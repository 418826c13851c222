import { eq } from "drizzle-orm";
import { text } from "../../domain/diff-document";
import { InvalidInput } from "../../domain/errors";
import type { ImportAction } from "../../domain/import/data-import";
import type { ImportItem } from "../../domain/import/import-item";
import { freeText } from "../../domain/personal-data/free-texts";
import { appendRevision } from "../append-revision";
import { guardTexts } from "../guard-texts";
import { insertLink } from "../insert-link";
import { insertNotSame } from "../insert-not-same";
import { recordKept } from "../kept-words";
import { alone } from "./alone";
import type { Applying } from "./applying";
import { keptIn } from "./decide-texts";
import { noteThing } from "./note-thing";

/** A link between two incidents of the ledger; of one that is there the note, where the file has one of its own. */
export async function applyLink(
  applying: Applying,
  item: Extract<ImportItem, { what: "link" }>,
): Promise<ImportAction> {
  const { store, db, actor, clock } = applying;
  const { from, to, type } = item;
  const { text: note, keep } = keptIn(item.note ?? "", applying);
  const link = { from, to, type, note, keep };
  return alone<ImportAction>(applying, async () => {
    const { id, there } = await insertLink(store, db, link, actor, clock);
    if (there === null) {
      await noteThing(applying, "link", id, "created", 1);
      return "created";
    }
    if (item.note === null || note === there) return "unchanged";
    const seq = await changeNote(applying, { ...link, id, there });
    await noteThing(applying, "link", id, "changed", seq);
    noteChange(applying, item, [from, to], { field: "note", before: there, after: note });
    return "changed";
  });
}

/** Gives a link another note, with its entry in the log, whose number it returns. */
async function changeNote(
  { store, db, actor, clock }: Applying,
  {
    id,
    there,
    keep,
    ...link
  }: Parameters<typeof insertLink>[2] & Awaited<ReturnType<typeof insertLink>>,
): Promise<number> {
  const { incidentLink } = store.t;
  const on = { entity: "link", entityId: id, part: "content" } as const;
  const texts = [freeText("note", link.note)];
  const guarded = await guardTexts(store, db, [{ texts, on }], keep);
  if (guarded.issues.length > 0) throw new InvalidInput(guarded.issues);
  await db.update(incidentLink).set({ note: link.note }).where(eq(incidentLink.id, id));
  const seq = await appendRevision(
    store,
    db,
    {
      action: "import",
      entity: "link",
      entityId: id,
      version: null,
      reason: "",
      before: { ...link, note: there },
      after: link,
    },
    actor,
    clock,
  );
  await recordKept(store, db, guarded.kept, actor, clock);
  return seq;
}

/** A decision that two incidents are not the same; of one that is there the reason, where the file has one of its own. */
export async function applyNotSame(
  applying: Applying,
  item: Extract<ImportItem, { what: "not_same" }>,
): Promise<ImportAction> {
  const { store, db, actor, clock } = applying;
  const { first, second } = item;
  const { text: reason, keep } = keptIn(item.reason ?? "", applying);
  const decided = { from: first, to: second, reason, keep, replaces: item.reason !== null };
  return alone<ImportAction>(applying, async () => {
    const written = await insertNotSame(store, db, decided, actor, clock);
    if (written === null) return "unchanged";
    const { id, before, seq } = written;
    if (before === null) {
      await noteThing(applying, "not_same", id, "created", 1);
      return "created";
    }
    await noteThing(applying, "not_same", id, "changed", seq);
    noteChange(applying, item, [first, second], { field: "reason", before, after: reason });
    return "changed";
  });
}

function noteChange(
  { changed }: Applying,
  { what, at: { file, line } }: Extract<ImportItem, { what: "link" | "not_same" }>,
  refs: string[],
  { field, before, after }: { field: string; before: string; after: string },
): void {
  const fields = [{ field, before: text(before), after: text(after) }];
  changed.push({ what, file, line, refs, title: "", fields });
}
