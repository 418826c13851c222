import { namedPeriod } from "./calendar-period";
import { DANGERS } from "./custody";
import { printable } from "./filter-field";
import { type FilterNames, provinceName } from "./filter-names";
import { formatDate } from "./format-date";
import { type FilterName, type IncidentFilter, withoutFields } from "./incident-filter";
import { moveName } from "./move-name";
import { precisionOf } from "./partial-date";
import type { Say } from "./say";

/** The language a filter is described in, and the names of the codes it asks for. */
export type FilterWords = { names: FilterNames; locale: string; say: Say };

/** One thing the filter asks for: `text` is its piece of the sentence, `without` the filter that asks for all else. */
export type FilterPart = { name: string; text: string; without: IncidentFilter };

/** What the filter asks for, as a sentence: "arrests in Yunnan, 2014, possibly". */
export function describeIncidentFilter(filter: IncidentFilter, words: FilterWords): string {
  const { say } = words;
  const events = eventsPhrase(filter, words);
  const parts = restOfSentence(filter, words);
  if (events === null && parts.length === 0) return say("filter.subject.all");
  return joinSentence(events ?? say("filter.subject.incidents"), parts, say);
}

/** The same after a number of incidents: "37 incidents with arrests in Yunnan, 2014, possibly". */
export function describeIncidentCount(
  count: number,
  filter: IncidentFilter,
  words: FilterWords,
): string {
  const { say } = words;
  const events = eventsPhrase(filter, words);
  const subject =
    events === null
      ? say("filter.subject.counted", { count })
      : say("filter.subject.countedWith", { count, events });
  return joinSentence(subject, restOfSentence(filter, words), say);
}

/** The sentence in its pieces, each of which can be taken out. What is not understood comes last. */
export function filterParts(filter: IncidentFilter, words: FilterWords): FilterPart[] {
  const parts = PART_NAMES.flatMap((name) => {
    const text = PARTS[name].describe(filter, words);
    return text === null ? [] : [{ name, text, without: withoutFields(filter, fieldsOf(name)) }];
  });
  return [...parts, ...invalidParts(filter, words)];
}

/** The parts with each value of a list apart, so that one of several provinces can be taken out alone. */
export function filterChips(filter: IncidentFilter, words: FilterWords): FilterPart[] {
  return filterParts(filter, words).flatMap((part) => {
    if (part.name === "dates") return dateChips(filter, words, part);
    const field = LISTS.find((name) => name === part.name);
    if (field === undefined || filter[field].length < 2) return [part];
    if (field === "risk" && isAnyDanger(filter.risk)) return [part];
    return filter[field].map((code) => ({
      name: `${field} ${code}`,
      text: PARTS[field].describe({ ...filter, [field]: [code] }, words)!,
      without: { ...filter, [field]: filter[field].filter((other) => other !== code) },
    }));
  });
}

/** Each year or month apart, and what else is asked of the dates. */
function dateChips(filter: IncidentFilter, words: FilterWords, whole: FilterPart): FilterPart[] {
  const { when, from, to } = filter;
  const isLimited = from !== null || to !== null;
  if (when.length + (isLimited ? 1 : 0) < 2) return [whole];
  const chip = (name: string, only: IncidentFilter, without: IncidentFilter): FilterPart => ({
    name,
    text: PARTS.dates.describe(only, words)!,
    without,
  });
  const limits = isLimited
    ? [chip("dates", { ...filter, when: [] }, { ...filter, from: null, to: null })]
    : [];
  return [
    ...when.map((period) =>
      chip(
        `when ${period}`,
        { ...filter, from: null, to: null, when: [period] },
        {
          ...filter,
          when: when.filter((other) => other !== period),
        },
      ),
    ),
    ...limits,
  ];
}

type Part = {
  fields: readonly FilterName[];
  /** Null where the filter asks for nothing here. */
  describe(filter: IncidentFilter, words: FilterWords): string | null;
};

/** In the order of the sentence. */
const PARTS = {
  modality: codesPart("modality", "modality"),
  type: {
    fields: ["type"],
    describe: ({ type }, { say }) =>
      type.length === 0
        ? null
        : anyOf(
            type.map((code) => say(`filter.events.${code}`)),
            say,
          ),
  },
  province: namesPart("province", "provinces"),
  country: namesPart("country", "countries"),
  place: namesPart("place", "places"),
  move: {
    fields: ["move"],
    describe({ move }, { names: { places }, say }) {
      if (move.length === 0) return null;
      const ways = move.map((code) => moveName(code, places, say));
      return say("filter.part.move", { values: anyOf(ways, say) });
    },
  },
  dates: {
    fields: ["from", "to", "when", "dates"],
    describe({ from, to, when, dates }, { locale, say }) {
      const limits = from === null && to === null ? null : formatRange(from, to, locale, say);
      const periods = when.flatMap((text) => namedPeriod(text) ?? []);
      const named = anyOf(
        periods.map(({ earliest, latest }) => formatRange(earliest, latest, locale, say)),
        say,
      );
      if (limits === null && named === "") return null;
      const range =
        limits === null
          ? named
          : named === ""
            ? limits
            : say("filter.part.whenAnd", { when: named, range: limits });
      return say(`filter.part.${dates}`, { range });
    },
  },
  status: codesPart("status", "status"),
  risk: {
    fields: ["risk"],
    describe({ risk }, { say }) {
      if (risk.length === 0) return null;
      if (isAnyDanger(risk)) return say("filter.part.riskAny");
      const labels = risk.map((type) => say(`vocabulary.eventType.${type}`));
      return say("filter.part.risk", { values: anyOf(labels, say) });
    },
  },
  news: {
    fields: ["news_from", "news_to"],
    describe({ news_from: from, news_to: to }, { locale, say }) {
      if (from === null && to === null) return null;
      return say("filter.part.news", { range: formatRange(from, to, locale, say) });
    },
  },
  nationality: namesPart("nationality", "countries"),
  role: codesPart("role", "role"),
  people: {
    fields: ["people_min", "people_max"],
    describe({ people_min: min, people_max: max }, { say }) {
      if (min === null) return max === null ? null : say("filter.part.peopleMax", { max });
      if (max === null) return say("filter.part.peopleMin", { min });
      return min === max
        ? say("filter.part.peopleExactly", { min })
        : say("filter.part.peopleBetween", { min, max });
    },
  },
  source: namesPart("source", "sources"),
  corroboration: codesPart("corroboration", "corroboration"),
  review: codesPart("review", "reviewStatus"),
  ref: namesPart("ref", "incidents"),
  q: {
    fields: ["q"],
    describe: ({ q }, { say }) =>
      q === null ? null : say("filter.part.q", { text: printable(q) }),
  },
} satisfies Record<string, Part>;

const LISTS = [
  "modality",
  "type",
  "province",
  "country",
  "place",
  "move",
  "status",
  "risk",
  "nationality",
  "role",
  "source",
  "corroboration",
  "review",
  "ref",
] as const;

type PartName = keyof typeof PARTS;
const PART_NAMES = Object.keys(PARTS) as PartName[];

function fieldsOf(name: PartName): readonly FilterName[] {
  return PARTS[name].fields;
}

/** Whatever may threaten people is asked for. */
function isAnyDanger(risk: IncidentFilter["risk"]): boolean {
  return DANGERS.every((type) => risk.includes(type));
}

function formatRange(from: string | null, to: string | null, locale: string, say: Say): string {
  const bounds = { earliest: from, latest: to, precision: precisionOf(from, to) };
  return formatDate({ ...bounds, text: "", kind: "within", basis: "stated" }, locale, say);
}

/** A part of our own codes, whose labels stand in a list of the vocabulary. */
function codesPart(
  field: "modality" | "status" | "role" | "corroboration" | "review",
  list: string,
): Part {
  return {
    fields: [field],
    describe(filter, { say }) {
      if (filter[field].length === 0) return null;
      const labels = filter[field].map((code) => say(`vocabulary.${list}.${code}`));
      return say(`filter.part.${field}`, { values: anyOf(labels, say) });
    },
  };
}

function namesPart(
  field: "province" | "country" | "place" | "nationality" | "source" | "ref",
  list: keyof FilterNames,
): Part {
  return {
    fields: [field],
    describe(filter, { names, say }) {
      if (filter[field].length === 0) return null;
      const labels = filter[field].map((code) =>
        list === "provinces" ? provinceName(code, names, say) : (names[list].get(code) ?? code),
      );
      return say(`filter.part.${field}`, { values: anyOf(labels, say) });
    },
  };
}

/** What happened: event types and modalities together; null where neither is asked for. */
function eventsPhrase(filter: IncidentFilter, words: FilterWords): string | null {
  const types = PARTS.type.describe(filter, words);
  const modalities = PARTS.modality.describe(filter, words);
  if (modalities === null) return types;
  const { say } = words;
  return say("filter.subject.withModality", {
    modalities,
    events: types ?? say("filter.subject.events"),
  });
}

function restOfSentence(filter: IncidentFilter, words: FilterWords): FilterPart[] {
  return filterParts(filter, words).filter(({ name }) => name !== "type" && name !== "modality");
}

/** A place follows its subject without a comma. */
function joinSentence(subject: string, parts: FilterPart[], say: Say): string {
  return parts.reduce((sentence, { name, text }, at) => {
    const close = at === 0 && ["province", "country", "place"].includes(name);
    return say(close ? "filter.joinPlace" : "filter.join", { sentence, text });
  }, subject);
}

/** One part for each parameter with anything in it that is not understood. */
function invalidParts(filter: IncidentFilter, { say }: FilterWords): FilterPart[] {
  const values = new Map<string, string[]>();
  for (const { name, value } of filter.invalid)
    values.set(name, [...(values.get(name) ?? []), value]);
  return [...values].map(([name, bad]) => ({
    name: `invalid ${name}`,
    text: say("filter.part.invalid", { name, values: anyOf(bad, say) }),
    without: { ...filter, invalid: filter.invalid.filter((entry) => entry.name !== name) },
  }));
}

const MAX_NAMED = 5;

function anyOf(values: string[], say: Say): string {
  if (values.length <= 1) return values[0] ?? "";
  const few = values.length <= MAX_NAMED;
  const first = values.slice(0, few ? -1 : MAX_NAMED).join(say("filter.comma"));
  return few
    ? say("filter.or", { first, last: values.at(-1)! })
    : say("filter.orMore", { first, count: values.length - MAX_NAMED });
}
