import type { IncidentDocument } from "../domain/incident";
import type { MarkView } from "../domain/mark-view";
import { type FreeText, incidentTexts, sourceTexts } from "../domain/personal-data/free-texts";
import { personalDataIn } from "../domain/personal-data/personal-data-in";
import type { Source } from "../domain/source";
import { knownPlaceNames } from "./gazetteer/known-place-names";
import { digestOf, keptDigests } from "./kept-words";
import { readAccountNames } from "./read-account-names";
import type { Db, Store } from "./store";

const CONTEXT = 40;

/**
 * Every mark of the personal-data guard in a version of an incident and in the given sources, in their order,
 * each with who keeps it and why. Stored texts are left out: they are long, and never published.
 */
export async function readMarks(
  store: Store,
  db: Db,
  incident: {
    id: string;
    document: IncidentDocument;
    sources: readonly (Source & { id: string; ref: string })[];
  },
): Promise<MarkView[]> {
  const { id, document, sources } = incident;
  const own = await marksOf(store, db, "incident", id, incidentTexts(document));
  const all: (Found & Pick<MarkView, "source">)[] = own.map((mark) => ({ ...mark, source: null }));
  for (const source of sources) {
    const marks = await marksOf(
      store,
      db,
      "source",
      source.id,
      sourceTexts({ ...source, storedText: "" }),
    );
    all.push(...marks.map((mark) => ({ ...mark, source: { id: source.id, ref: source.ref } })));
  }
  const person = await readAccountNames(
    store,
    db,
    all.map(({ kept }) => kept?.by ?? null),
  );
  return all.map(({ kept, ...mark }) => ({
    ...mark,
    kept: kept && { ...kept, by: person(kept.by) },
  }));
}

type Found = Omit<MarkView, "source" | "kept"> & {
  kept: { by: string; at: number; reason: string } | null;
};

async function marksOf(
  store: Store,
  db: Db,
  entity: "incident" | "source",
  entityId: string,
  texts: readonly FreeText[],
): Promise<Found[]> {
  const found = personalDataIn(texts, { notNames: knownPlaceNames() });
  if (found.length === 0) return [];
  const kept = await keptDigests(store, db, [{ entity, entityId, part: "content" }]);
  const textAt = new Map(texts.map(({ path, text }) => [path, text]));
  return found.map(({ path, mark: { kind, why, text: words, start, end } }) => {
    const text = textAt.get(path) ?? "";
    return {
      path,
      kind,
      why,
      words,
      before: (start > CONTEXT ? "…" : "") + text.slice(Math.max(0, start - CONTEXT), start),
      after: text.slice(end, end + CONTEXT) + (end + CONTEXT < text.length ? "…" : ""),
      kept: kept.get(digestOf(kind, words)) ?? null,
    };
  });
}
