import { inArray, sql } from "drizzle-orm";
import { changedWords } from "../domain/changed-words";
import { inChunks, writeInChunks } from "./in-chunks";
import type { Db, Store } from "./store";

/** The words of an incident, as `incident_text` keeps them. */
type Text = { number: number; openWords: string; restrictedWords: string };

/** Gives incidents whose words are kept already the words they have now. */
export async function changeTexts(store: Store, db: Db, texts: readonly Text[]): Promise<void> {
  const { incidentText } = store.t;
  const numbers = texts.map(({ number }) => number);
  const kept = await inChunks(numbers, (chunk) =>
    db.select().from(incidentText).where(inArray(incidentText.number, chunk)),
  );
  const before = new Map(kept.map((text) => [text.number, text]));
  // The search index is written at once by ascending numbers.
  const changed = texts
    .filter((text) => !isSame(text, before.get(text.number)))
    .sort((a, b) => a.number - b.number);
  if (store.dialect === "sqlite")
    for (const text of changed) changeIndex(db, before.get(text.number), text);
  await writeInChunks(changed, 3, (chunk) =>
    db
      .insert(incidentText)
      .values(
        chunk.map(({ number, openWords, restrictedWords }) => ({
          number,
          openWords,
          restrictedWords,
        })),
      )
      .onConflictDoUpdate({
        target: incidentText.number,
        set: {
          openWords: sql`excluded.open_words`,
          restrictedWords: sql`excluded.restricted_words`,
        },
      }),
  );
}

function isSame(one: Text, other: Text | undefined): boolean {
  return one.openWords === other?.openWords && one.restrictedWords === other.restrictedWords;
}

/**
 * Tells the search index of SQLite, which has triggers for whole texts that come and go. To take a word out for good is
 * most of what saving costs, and each stands on a page of its own: so only those whose places change.
 */
function changeIndex(db: Db, before: Text | undefined, after: Text): void {
  // Without one before, a trigger puts all of its words in.
  if (!before) return;
  const changed = changedWords(columnsOf(before), columnsOf(after));
  const { number } = after;
  const [goneOpen, goneRestricted] = changed.before;
  const [open, restricted] = changed.after;
  db.run(
    sql`insert into incident_search (incident_search, rowid, open_words, restricted_words) values ('delete', ${number}, ${goneOpen}, ${goneRestricted})`,
  );
  db.run(
    sql`insert into incident_search (rowid, open_words, restricted_words) values (${number}, ${open}, ${restricted})`,
  );
}

function columnsOf({ openWords, restrictedWords }: Text): string[] {
  return [openWords, restrictedWords];
}
