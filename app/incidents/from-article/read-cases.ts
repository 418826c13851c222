import "server-only";
import { systemClock } from "../../../db/clock";
import { ARTICLE_SOURCE } from "../../../db/commands/accept-article";
import { slugOf } from "../../../db/gazetteer/place-names";
import { newId } from "../../../db/new-id";
import { type FoundPlace, findPlaces } from "../../../db/queries/find-places";
import { getSourceToEdit } from "../../../db/queries/get-source-to-edit";
import type { Store } from "../../../db/store";
import type { Actor } from "../../../domain/actor";
import type { ArticleCase, ArticleFacts } from "../../../domain/article/article-case";
import {
  type ArticleCaseReading,
  placeKeyOf,
  readArticleCase,
} from "../../../domain/article/read-article-case";
import { displayed, newReading, type PlaceMatch } from "../../../domain/form-reading";
import { blankSource } from "../../../domain/incident-form";
import type { Issue } from "../../../domain/issue";
import type { Location } from "../../../domain/location";
import { readSourceForm } from "../../../domain/read-source-form";
import type { Source, SourceFacts } from "../../../domain/source";

/** The cases of an article as they would be accepted. `issues`: what is wrong with the article itself, "facts.url". */
export type CasesReading = {
  source: Source | (SourceFacts & { ref: string });
  newPlaces: Location[];
  cases: ArticleCaseReading[];
  issues: Issue[];
};

/** Reads what was made of an article, looking up its places and its source. */
export async function readCases(
  store: Store,
  actor: Actor,
  { article, text, cases }: { article: ArticleFacts; text: string; cases: readonly ArticleCase[] },
): Promise<CasesReading> {
  const { source, issues, keepsText } = await readSource(store, actor, article, text);
  const { places, newPlaces } = await lookUpPlaces(store, actor, cases);
  const context = {
    newId: () => newId(systemClock),
    places,
    text,
    sourceId: "ref" in source ? source.id : ARTICLE_SOURCE,
    published: source.published,
    keepsText,
  };
  return { source, newPlaces, issues, cases: cases.map((one) => readArticleCase(one, context)) };
}

async function readSource(
  store: Store,
  actor: Actor,
  article: ArticleFacts,
  text: string,
): Promise<Pick<CasesReading, "source" | "issues"> & { keepsText: boolean }> {
  if (article.source === "")
    return { ...readNewSource(article, text), keepsText: article.keepsText };
  const { source: ref } = article;
  const known = await getSourceToEdit(store, actor, ref);
  if (known) {
    const { publisher, reliability, published, derivedFrom, storedText } = known.source;
    const facts = { publisher, reliability, published, derived: derivedFrom.length > 0 };
    // Offsets lead somewhere where it keeps the very text, as one that some of the drafts were accepted with.
    return { source: { id: known.id, ref, ...facts }, issues: [], keepsText: storedText === text };
  }
  const issue = { path: "facts.source", code: "source.unknown", values: { value: ref } };
  const nothing = { publisher: "", reliability: "F", published: null, derived: false } as const;
  return { source: { id: ref, ref, ...nothing }, issues: [issue], keepsText: false };
}

/** The article as a new source. `issues`: of its facts, "facts.url". */
export function readNewSource(
  article: ArticleFacts,
  text: string,
): { source: Source; issues: Issue[] } {
  const reading = newReading({
    newId: () => newId(systemClock),
    before: null,
    sources: new Map(),
    places: new Map(),
  });
  const { keepsText, source: _known, ...typed } = article;
  const source = readSourceForm(reading, "facts", {
    ...blankSource(ARTICLE_SOURCE, "new"),
    ...typed,
    storedText: keepsText ? text : "",
  });
  return { source, issues: reading.issues };
}

async function lookUpPlaces(store: Store, actor: Actor, cases: readonly ArticleCase[]) {
  const named = cases.flatMap(({ events }) => events.flatMap((event) => event.places));
  const find = (typed: string) => findPlaces(store, actor, { typed, exact: true });
  const places = new Map<string, PlaceMatch[]>();
  const added = new Map<string, Location>();
  for (const place of named) {
    const key = placeKeyOf(place);
    if (places.has(key) || place.name.trim() === "") continue;
    const parent = place.under.trim() === "" ? null : await parentOf(find, place.under);
    if (parent === null) {
      places.set(key, await find(place.name));
      continue;
    }
    const location = newLocality(place.name.trim(), parent);
    const known = await find(location.id);
    if (known.length === 0) added.set(location.id, location);
    places.set(key, known.length > 0 ? known : [{ id: location.id, label: displayed(key) }]);
  }
  return { places, newPlaces: [...added.values()] };
}

/** The country or province that a new place is to stand under; null where the words mean none or several. */
async function parentOf(
  find: (typed: string) => Promise<FoundPlace[]>,
  under: string,
): Promise<FoundPlace | null> {
  const around = (await find(under)).filter(
    ({ kind }) => kind === "country" || kind === "province",
  );
  return around.length === 1 ? around[0]! : null;
}

function newLocality(name: string, parent: FoundPlace): Location {
  const isLatin = slugOf(name) !== "";
  // A name in another script has no letters for an id.
  const slug = isLatin
    ? slugOf(name)
    : [...name].map((sign) => sign.codePointAt(0)!.toString(16)).join("-");
  const id = `${parent.id}/${slug}`.slice(0, 200);
  return {
    id,
    kind: "locality",
    facilityKind: null,
    parentId: parent.id,
    countryId: parent.countryId,
    provinceId: parent.provinceId,
    localityId: id,
    nameEn: name,
    nameKo: null,
    nameZh: null,
    aliases: [],
    lat: null,
    lon: null,
    wherePrecision: null,
    note: "",
    origin: "article",
  };
}
