import { cutText } from "../cut-text";
import type { Draft, DraftDate, DraftEvent, DraftGroup, DraftPlace } from "../extraction/drafts";
import type { Evidences } from "../extraction/evidence-of";
import type { PlaceCandidate, PlaceIndex } from "../import/place-index";
import { countText } from "../parse-count";
import { type PartialDate, precisionOf } from "../partial-date";
import type { Modality } from "../vocabulary";
import {
  ARTICLE_LIMITS,
  type ArticleCase,
  type ArticleEvent,
  type ArticleGroup,
  type ArticlePlace,
  type ArticleSpan,
  blankArticleCase,
  blankArticleEvent,
  blankArticleGroup,
} from "./article-case";

/**
 * The drafts of an article as cases that a person can check, change and accept; at most as many as
 * `ARTICLE_LIMITS.cases`, in the order of the text.
 * 1. A risk of deportation is an anticipated deportation. Places that are only expected belong to what is expected.
 * 2. A place inside which another of the same role is named is left out: "China" beside "Yunnan".
 * 3. A town that `places` does not have is one to be added under its province; such a facility is its town.
 * `titleOf` proposes a title.
 */
export function casesOfDrafts(
  drafts: readonly Draft[],
  places: PlaceIndex,
  titleOf: (article: ArticleCase) => string,
): ArticleCase[] {
  return drafts.slice(0, ARTICLE_LIMITS.cases).map((draft, index) => {
    const written: ArticleCase = {
      ...blankArticleCase(`c${index + 1}`),
      groups: groupsOf(draft.groups),
      events: eventsOf(draft, places),
      speakers: draft.sources.slice(0, ARTICLE_LIMITS.speakers).map(({ name, evidence }, at) => ({
        key: `s${at + 1}`,
        name: cutText(name, ARTICLE_LIMITS.name),
        spans: spansOf(evidence),
      })),
      doubts: [...draft.doubts],
      spans: spansOf(draft.evidence),
    };
    return { ...written, title: cutText(titleOf(written), ARTICLE_LIMITS.title) };
  });
}

function spansOf(evidence: Evidences): ArticleSpan[] {
  return evidence.slice(0, ARTICLE_LIMITS.spans).map(({ start, end }) => ({ start, end }));
}

function groupsOf(all: readonly DraftGroup[]): ArticleGroup[] {
  const groups = all.slice(0, ARTICLE_LIMITS.groups);
  const keys = new Map(groups.map(({ id }, index) => [id, `g${index + 1}`]));
  return groups.map((group) => ({
    ...blankArticleGroup(keys.get(group.id)!),
    role: group.role,
    nationality: group.nationality ?? "",
    unit: group.unit,
    count: countText(group.count),
    partOf: group.part_of === null ? "" : (keys.get(group.part_of) ?? ""),
    ageBand: group.age_band ?? "",
    sex: group.sex ?? "",
    circumstances: [...group.circumstances],
    doubts: [...group.doubts],
    spans: spansOf(group.evidence),
  }));
}

function eventsOf(draft: Draft, places: PlaceIndex): ArticleEvent[] {
  const isExpected = ({ role }: DraftPlace) => role.startsWith("expected_");
  const isRisk = draft.event_type === "at_risk";
  const further = [...draft.events];
  const own = draft.places.filter((place) => isRisk || !isExpected(place));
  const elsewhere = draft.places.filter(
    (place) =>
      !own.includes(place) &&
      !further.some((event) => event.places.some((other) => isSamePlace(other, place))),
  );
  const [first] = elsewhere;
  // The reader found where people may be brought, in a sentence that is no event of its own.
  if (first)
    further.push({
      event_type: "transfer",
      modality: "anticipated",
      date: null,
      places: elsewhere,
      doubts: [],
      evidence: first.evidence,
    });
  const everybody = draft.groups
    .slice(0, ARTICLE_LIMITS.groups)
    .flatMap(({ part_of }, index) =>
      part_of === null ? [{ key: `g${index + 1}`, role: draft.groups[index]!.role }] : [],
    );
  const victims = everybody.filter(({ role }) => role !== "helper");
  const events: DraftEvent[] = [{ ...draft, places: own }, ...further];
  return events.slice(0, ARTICLE_LIMITS.events).map((event, index) => {
    const isMain = index === 0;
    const concerned = isMain || victims.length === 0 ? everybody : victims;
    return {
      ...blankArticleEvent(`e${index + 1}`),
      type: event.event_type === "at_risk" ? "deportation" : event.event_type,
      modality: modalityOf(event),
      ...dateOf(event.date),
      places: placesOf(event.places, places),
      groups: concerned.map(({ key }) => key),
      doubts: isMain ? [] : [...event.doubts],
      spans: spansOf(event.evidence),
    };
  });
}

function modalityOf({ event_type, modality }: DraftEvent): Modality {
  return event_type === "at_risk" && modality === "reported" ? "anticipated" : modality;
}

/** The words of the article, and what they mean; words that need a publication that is not known mean nothing yet. */
function dateOf(date: DraftDate | null): Pick<ArticleEvent, "date" | "read" | "dateSpans"> {
  if (date === null) return { date: "", read: null, dateSpans: [] };
  const { text, earliest, latest, kind, basis, unresolved } = date;
  const read: PartialDate = {
    ...{ text, earliest, latest, kind, basis },
    precision: precisionOf(earliest, latest),
  };
  return { date: text, read: unresolved ? null : read, dateSpans: spansOf(date.evidence) };
}

function placesOf(places: readonly DraftPlace[], index: PlaceIndex): ArticlePlace[] {
  const found = places.map((place) => ({ place, ...locate(place, index), role: roleOf(place) }));
  const inner = found.filter(
    ({ id, role }, nth) =>
      !found.some(
        (other, at) => at !== nth && other.role === role && index.isInside(other.around, id),
      ),
  );
  const distinct = new Map(inner.map((each) => [`${each.role} ${each.name} ${each.under}`, each]));
  return [...distinct.values()]
    .slice(0, ARTICLE_LIMITS.places)
    .map(({ place, role, name, under }, at) => ({
      key: `p${at + 1}`,
      role,
      name,
      under,
      doubts: [...place.doubts],
      spans: spansOf(place.evidence),
    }));
}

function roleOf({ role }: DraftPlace): "at" | "from" | "to" {
  if (role === "from") return "from";
  return role === "to" || role === "expected_to" ? "to" : "at";
}

/** `id`: the place itself, null where the gazetteer has none; `around`: the place around it that decides what it lies in. */
function locate(
  { country, subdivision, locality, facility }: DraftPlace,
  index: PlaceIndex,
): { id: string | null; around: string | null; name: string; under: string } {
  const region = index.get(subdivision ?? country);
  if (!region) return { id: null, around: null, name: locality ?? country, under: "" };
  const town = locality === null ? null : inside(index, region.id, locality);
  const building = facility === null ? null : inside(index, (town ?? region).id, facility);
  const place = building ?? town ?? (locality === null ? region : null);
  if (place) return { id: place.id, around: place.parentId, name: place.label, under: "" };
  return { id: null, around: region.id, name: locality!, under: region.label };
}

/** The place of that name that stands under another, at any depth; null = none or several. */
function inside(index: PlaceIndex, parentId: string, name: string): PlaceCandidate | null {
  const found = index
    .find(name)
    .filter(({ id }) => id !== parentId && index.isInside(id, parentId));
  return found.length === 1 ? found[0]! : null;
}

function isSamePlace(a: DraftPlace, b: DraftPlace): boolean {
  return a.country === b.country && a.subdivision === b.subdivision && a.locality === b.locality;
}
