import { eq } from "drizzle-orm";
import { normaliseText } from "../../domain/search-text";
import { readGazetteer } from "../gazetteer/read-gazetteer";
import { writeInChunks } from "../in-chunks";
import type { Store } from "../store";

/** Raised when the gazetteer's files change, so that a ledger that has the older one takes the new places in. */
const EDITION = "1";

/**
 * Loads the world's countries, provinces, localities and facilities into a ledger that lacks this edition.
 * Returns how many places were written: 0 when it was there already.
 */
export async function seedGazetteer(store: Store): Promise<number> {
  const { ledgerState, location, locationName } = store.t;
  return store.tx(async (db) => {
    const [edition] = await db
      .select()
      .from(ledgerState)
      .where(eq(ledgerState.key, "gazetteer"))
      .limit(1);
    if (edition?.value === EDITION) return 0;
    const places = readGazetteer();
    await writeInChunks(places, 16, (rows) =>
      db
        .insert(location)
        .values(
          rows.map(({ aliases: _aliases, note, ...row }) => ({
            ...row,
            note: note ?? "",
            sortName: normaliseText(row.nameEn),
          })),
        )
        .onConflictDoNothing(),
    );
    const names = places.flatMap(({ id, nameEn, nameKo, nameZh, aliases }) =>
      [...new Set([nameEn, nameKo, nameZh, ...aliases])]
        .filter((name) => name !== null)
        .map((name) => ({ locationId: id, name, normalised: normaliseText(name) })),
    );
    await writeInChunks(names, 3, (rows) =>
      db.insert(locationName).values(rows).onConflictDoNothing(),
    );
    await db
      .insert(ledgerState)
      .values({ key: "gazetteer", value: EDITION })
      .onConflictDoUpdate({ target: ledgerState.key, set: { value: EDITION } });
    return places.length;
  });
}
