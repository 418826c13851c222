import { choosePlace, isWithin } from "../choose-place";
import type { PlaceName } from "../find-places";
import { KIND_OF_PLACE, NOT_THE_EVENT } from "../lexicon/en/place-words";
import type { ReaderPlace } from "../reader-place";
import type { Word } from "./cut-words";

/** A place as a sentence names it, with the preposition it hangs on. */
export type PlacePhrase = {
  start: number;
  end: number;
  /** Numbers of the words of the name. */
  from: number;
  to: number;
  place: ReaderPlace;
  /** The name of a town the gazetteer has only under another province: "Nanping, Fujian". */
  locality: string | null;
  doubtful: boolean;
  /** "in", "from", "to" …; null = the name stands as a subject or an adjective. */
  preposition: string | null;
  /** The word that the preposition follows; -1 at the beginning. */
  hangsOn: number;
  /** Where people or things are, not where it happened: "sources in South Korea". */
  aside: boolean;
};

/** The places of a sentence; a province named behind a town is part of the town, a list shares its preposition. */
export function findPlacePhrases(
  text: string,
  words: readonly Word[],
  names: readonly PlaceName[],
  countries: ReadonlyMap<string, number>,
): PlacePhrase[] {
  const found: PlacePhrase[] = [];
  const starts = new Map(words.map(({ start }, at) => [start, at]));
  const shared = sharedUnit(text, names);
  for (let index = 0; index < names.length; index++) {
    const name = names[index]!;
    const next = names[index + 1];
    const container =
      next && standsBehind(text, name, next, words) ? chosenContainer(next, countries) : null;
    const from = starts.get(name.start) ?? 0;
    const to = lastWord(words, from, name.end);
    if (isOtherThing(words, from, to)) continue;
    const unit = unitOf(words, from, to) ?? shared.get(name) ?? null;
    const chosen = choosePlace(name.places, {
      name: text.slice(name.start, name.end),
      unit,
      within: container,
      countries,
    });
    if (!chosen) continue;
    const consumed =
      container !== null && (chosen.place.kind === "locality" || isWithin(chosen.place, container));
    const elsewhere = consumed && !isWithin(chosen.place, container!);
    const end = consumed ? next!.end : name.end;
    const hang = prepositionOf(words, from, found.at(-1));
    found.push({
      start: name.start,
      end,
      from,
      to: consumed ? lastWord(words, from, end) : to,
      place: elsewhere ? container! : chosen.place,
      locality: elsewhere ? text.slice(name.start, name.end) : null,
      doubtful: chosen.doubtful,
      ...hang,
    });
    if (consumed) index++;
  }
  return found;
}

/** "the Tumen River", "the Georgia Bulletin", "Yunnan-based": not the place itself. */
function isOtherThing(words: readonly Word[], from: number, to: number): boolean {
  const next = words[to]?.text ?? "";
  return (
    /^(?:River|river|Sea|Ocean|Strait|Times|Post|News|Herald|Daily|Journal|Games|Street|Road|Avenue|Bulletin|University)$/.test(
      next,
    ) ||
    (/-/.test(words[to - 1]!.text.slice(1)) &&
      /-(?:based|born|led|backed|style)$/.test(words[to - 1]!.lower)) ||
    words[from - 1]?.lower === "-"
  );
}

function lastWord(words: readonly Word[], from: number, end: number): number {
  let to = from;
  while (to < words.length && words[to]!.start < end) to++;
  return to;
}

/** "Shandong and Yunnan provinces": the unit is that of all. */
function sharedUnit(text: string, names: readonly PlaceName[]): Map<PlaceName, "province"> {
  const units = new Map<PlaceName, "province">();
  for (let at = names.length - 1; at > 0; at--) {
    const plural = /^ (?:provinces|states|regions|prefectures|oblasts)\b/.test(
      text.slice(names[at]!.end, names[at]!.end + 13),
    );
    if (!plural && !units.has(names[at]!)) continue;
    units.set(names[at]!, "province");
    if (/^(?:, (?:and )?| and | or )$/.test(text.slice(names[at - 1]!.end, names[at]!.start)))
      units.set(names[at - 1]!, "province");
  }
  return units;
}

function standsBehind(
  text: string,
  name: PlaceName,
  next: PlaceName,
  words: readonly Word[],
): boolean {
  const between = text.slice(name.end, next.start);
  if (
    !/^(?: (?:city|town|township|county|district|village))?,? (?:in |in the |of )?(?:(?:north|south|east|west|central)\w* )?$|^ \($/i.test(
      between,
    )
  )
    return false;
  if (!between.includes(",") && !/ in /.test(between) && between.trim() === "") return false;
  const unit = words.find(({ start }) => start >= next.end)?.lower ?? "";
  const container = next.places.some(({ kind }) => kind === "province" || kind === "country");
  return (
    container &&
    (/^(?:province|state|region|governorate|oblast|prefecture|county)$/.test(unit) ||
      next.places.some(
        (outer) =>
          outer.kind !== "locality" &&
          name.places.some((inner) => inner !== outer && isWithin(inner, outer)),
      ))
  );
}

function chosenContainer(
  next: PlaceName,
  countries: ReadonlyMap<string, number>,
): ReaderPlace | null {
  const outer = next.places.filter(({ kind }) => kind === "province" || kind === "country");
  return (
    choosePlace(outer, {
      name: "",
      unit: outer.some(({ kind }) => kind === "province") ? "province" : null,
      within: null,
      countries,
    })?.place ?? null
  );
}

function unitOf(words: readonly Word[], from: number, to: number): "province" | "city" | null {
  const near = [
    words[to]?.lower ?? "",
    words[from - 1]?.lower === "of" ? (words[from - 2]?.lower ?? "") : "",
  ];
  if (
    near.some((word) =>
      /^(?:province|state|region|governorate|oblast|prefecture|voblast)$/.test(word),
    )
  )
    return "province";
  return near.some((word) => /^(?:city|town|township|county|port|village|municipality)$/.test(word))
    ? "city"
    : null;
}

const PREPOSITIONS =
  /^(?:in|at|near|from|to|into|through|via|across|around|outside|inside|off|by|towards|toward|for|on|of|within|over|along|between|onto|throughout|beyond|back)$/;

/** The preposition of a name: past the words for its kind and "of"; of a list, that of its first. */
function prepositionOf(
  words: readonly Word[],
  from: number,
  before: PlacePhrase | undefined,
): Pick<PlacePhrase, "preposition" | "hangsOn" | "aside"> {
  const none = { preposition: null, hangsOn: -1, aside: false };
  if (before && isList(words, before.to, from)) {
    const { preposition, hangsOn, aside } = before;
    const own = words
      .slice(before.to, from)
      .find(({ lower }) => PREPOSITIONS.test(lower) && lower !== "of");
    if (!own) return { preposition, hangsOn, aside };
  }
  let inner: Pick<PlacePhrase, "preposition" | "hangsOn" | "aside"> | null = null;
  for (let at = from - 1; at >= 0 && from - at < 12; at--) {
    const { lower, isWord, text } = words[at]!;
    if (PREPOSITIONS.test(lower)) {
      if (lower === "of") {
        if (!KIND_OF_PLACE.test(words[at - 1]?.lower ?? "")) return inner ?? none;
        continue;
      }
      const holder = words[at - 1]?.lower ?? "";
      if (
        /^(?:on|to)$/.test(lower) &&
        KIND_OF_PLACE.test(words[at + 1]?.lower ?? "") &&
        words[at + 1]?.lower === "board"
      )
        return none;
      // "at the railway station in Jilin City": the outer preposition is the one that counts.
      if (/^(?:in|at|near|on)$/.test(lower) && KIND_OF_PLACE.test(holder)) {
        inner ??= { preposition: lower, hangsOn: at - 1, aside: false };
        continue;
      }
      if (inner && lower === "by") return inner;
      return {
        preposition: lower,
        hangsOn: at - 1,
        aside:
          /^(?:in|at|from|for|on|near|to)$/.test(lower) &&
          NOT_THE_EVENT.test(holder) &&
          !isTogether(words, at - 1) &&
          !isReceiver(words, at - 1) &&
          words[at - 2]?.lower !== "training",
      };
    }
    if (/^(?:included?|including)$/.test(lower)) continue;
    // "in Ngaba county, Sichuan Province": a town that no list has, and its province behind it.
    if (lower === "," && at === from - 1 && isUnknownTown(words, at)) continue;
    const mayStand =
      isWord &&
      (/^(?:the|a|an|that|its|their|both|what|is|now|nearby|same|three|two|four|several|other|eastern|western|northern|southern|central|southwestern|northeastern|northwestern|southeastern|north|south|east|west|coastal|different|various|both|of)$/.test(
        lower,
      ) ||
        KIND_OF_PLACE.test(lower) ||
        /^\p{Lu}/u.test(text) ||
        /(?:ern|al|ese|side|line|way|port|stan|men)$/.test(lower) ||
        /^(?:detention|police|border|bus|train|railway|refugee|transit|holding|immigration|customs|international|guard|guards|security|military|naval|army|remote|small|large|main|nearby|local|provincial|district|federal|safe|rented)$/.test(
          lower,
        ));
    if (!mayStand) return inner ?? none;
  }
  return inner ?? none;
}

/** "caught with their parents on a beach in …": there they were caught. */
const isTogether = (words: readonly Word[], holder: number) =>
  words[holder - 2]?.lower === "with" && /^(?:their|his|her)$/.test(words[holder - 1]!.lower);

/** "were handed to Myanmar officials at the Moreh crossing": there it happened. */
function isReceiver(words: readonly Word[], holder: number): boolean {
  const to = words.findLastIndex(
    ({ lower }, at) => at < holder && at >= holder - 4 && lower === "to",
  );
  return (
    to > 0 &&
    /^(?:officials?|guards?|officers?|agents?)$/.test(words[holder]!.lower) &&
    /^(?:over|handed|hand|turned|delivered|given)$/.test(words[to - 1]!.lower)
  );
}

function isUnknownTown(words: readonly Word[], comma: number): boolean {
  let at = comma - 1;
  if (KIND_OF_PLACE.test(words[at]?.lower ?? "")) at--;
  while (/^\p{Lu}/u.test(words[at]?.text ?? "") && comma - at < 6) at--;
  return at < comma - 1 && /^(?:in|at|near|from|to|outside)$/.test(words[at]?.lower ?? "");
}

function isList(words: readonly Word[], from: number, to: number): boolean {
  const between = words
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(" ");
  return /^(?:(?:province|state|city|county|and|or|,|as well as|also|both|the|in|at|near|from|to|through|via|cities of|towns of|provinces?|route|crossing|and then|&)(?: |$))+$/.test(
    between,
  );
}
