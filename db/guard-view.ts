import { InvalidInput } from "../domain/errors";
import type { Keep } from "../domain/keep";
import { freeText } from "../domain/personal-data/free-texts";
import { guardTexts } from "./guard-texts";
import type { KeptWords } from "./kept-words";
import type { Db, Store } from "./store";

/**
 * Searches the name of a view and the words it searches for, in the transaction that writes them. Nothing is kept in
 * those words: whoever looks for a person does so without writing it down. Returns what is newly kept in the name.
 * Throws InvalidInput with the paths `name` and `query`.
 */
export async function guardView(
  store: Store,
  db: Db,
  { id, name, words }: { id: string; name: string; words: string },
  keep: readonly Keep[] | undefined,
): Promise<KeptWords[]> {
  const on = { entity: "view", entityId: id, part: "content" } as const;
  const { issues, kept } = await guardTexts(
    store,
    db,
    [
      { texts: [freeText("name", name)], on },
      { texts: [freeText("query", words)], on, keepsNothing: true },
    ],
    keep,
  );
  if (issues.length > 0) throw new InvalidInput(issues);
  return kept;
}
