import type { CountRange } from "./count-range";
import type { DatedFigures } from "./dated-figures";
import {
  FILTER_NAMES,
  type FilterName,
  type IncidentFilter,
  parseIncidentFilter,
  serializeIncidentFilter,
} from "./incident-filter";
import type { Issue } from "./issue";
import type { KeyFigures } from "./key-figures";

/** One of two filters that are held against each other. `dated`: null where no date of an incident is known. */
export type ComparedSide = {
  filter: IncidentFilter;
  figures: KeyFigures;
  dated: DatedFigures | null;
};

const SIDES = ["a", "b"] as const;

/**
 * The two filters of an address: fields named `a.…` and `b.…` are those of one side, all others of both. What a side
 * says of a field takes the place of what both say. `path` of an issue is the parameter's name.
 */
export function parseComparison(params: URLSearchParams): {
  filters: [IncidentFilter, IncidentFilter];
  issues: Issue[];
} {
  const read = SIDES.map((side) => {
    const own = [...params].flatMap(([name, value]) =>
      name.startsWith(`${side}.`) && value.trim() !== "" ? [[name.slice(2), value]] : [],
    ) as [string, string][];
    const names = new Set(own.map(([name]) => name));
    const shared = [...params].filter(([name]) => !/^[ab]\./.test(name) && !names.has(name));
    const { filter, issues } = parseIncidentFilter(new URLSearchParams([...shared, ...own]));
    return {
      filter,
      issues: issues.map((issue) =>
        names.has(issue.path) ? { ...issue, path: `${side}.${issue.path}` } : issue,
      ),
    };
  });
  const [a, b] = [read[0]!, read[1]!];
  const told = new Set(a.issues.map((issue) => JSON.stringify(issue)));
  return {
    filters: [a.filter, b.filter],
    issues: [...a.issues, ...b.issues.filter((issue) => !told.has(JSON.stringify(issue)))],
  };
}

/** The address of two filters: what both ask for once, the rest by side. Inverse of the parse. */
export function serializeComparison(
  filters: readonly [IncidentFilter, IncidentFilter],
): URLSearchParams {
  const [a, b] = [serializeIncidentFilter(filters[0]), serializeIncidentFilter(filters[1])];
  const isShared = (name: string) =>
    JSON.stringify(a.getAll(name)) === JSON.stringify(b.getAll(name));
  const params = new URLSearchParams([...a].filter(([name]) => isShared(name)));
  for (const [side, own] of [
    ["a", a],
    ["b", b],
  ] as const)
    for (const [name, value] of own) if (!isShared(name)) params.append(`${side}.${name}`, value);
  return params;
}

/** Fields that say one thing together. */
const TOGETHER: FilterName[][] = [
  ["from", "to", "when", "dates"],
  ["people_min", "people_max"],
  ["news_from", "news_to"],
];

/** The fields in which both filters ask for the same, or for nothing. */
export function sharedFields(filters: readonly [IncidentFilter, IncidentFilter]): FilterName[] {
  const [a, b] = [serializeIncidentFilter(filters[0]), serializeIncidentFilter(filters[1])];
  const isSame = (name: FilterName) =>
    JSON.stringify(a.getAll(name)) === JSON.stringify(b.getAll(name));
  return FILTER_NAMES.filter((name) =>
    (TOGETHER.find((group) => group.includes(name)) ?? [name]).every(isSame),
  );
}

/**
 * How much more the first count is than the second; negative where it is less.
 * `exact`: both are exact. `atLeast`: the ranges lie apart, and this is the gap between them; it keeps its sign.
 * `overlap`: they may be the same. `open`: a bound that would be needed is not known.
 */
export type Difference =
  | { kind: "exact" | "atLeast"; more: number }
  | { kind: "overlap" | "open"; more: null };

/** Only what is certain whichever of their values the two counts have: a mere "at least" is never subtracted. */
export function differenceOf(first: CountRange, second: CountRange): Difference {
  const isExact = ({ low, high }: CountRange) => low !== null && low === high;
  if (isExact(first) && isExact(second)) return { kind: "exact", more: first.low! - second.low! };
  if (first.low !== null && second.high !== null && first.low > second.high)
    return { kind: "atLeast", more: first.low - second.high };
  if (second.low !== null && first.high !== null && second.low > first.high)
    return { kind: "atLeast", more: first.high - second.low };
  const bounds = [first.low, first.high, second.low, second.high];
  return { kind: bounds.includes(null) ? "open" : "overlap", more: null };
}
