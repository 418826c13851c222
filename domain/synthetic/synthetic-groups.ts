import { unknownCount } from "../count-range";
import type { Group } from "../incident";
import type { Role } from "../vocabulary";
import type { Chance } from "./chance";
import type { Phrases } from "./phrases";
import { anyNumber, syntheticCount } from "./synthetic-count";
import type { SyntheticPlace } from "./synthetic-places";

/** The groups of an incident, the main one first, and how many people that truly is. */
export type SyntheticGroups = { groups: [Group, ...Group[]]; people: number };

/** One to four groups: who it happened to, and now and then parts of them, families among them, or helpers. */
export function syntheticGroups(
  chance: Chance,
  place: SyntheticPlace,
  phrases: Phrases,
): SyntheticGroups {
  const people = anyNumber(chance);
  const main: Group = {
    ...aGroup(chance, chance.weighted(ROLES)),
    nationality: chance.happens(8) ? null : chance.weighted(nationalitiesIn(place.countryId)),
    count: syntheticCount(chance, people),
    sex: chance.happens(15) ? chance.pick(["female", "male", "mixed"]) : null,
    ageBand: chance.happens(10) ? chance.pick(["18-59", "mixed", "0-17", "18+"]) : null,
  };
  const groups: SyntheticGroups["groups"] = [main];
  for (const percent of [65, 50, 30]) {
    if (!chance.happens(percent)) break;
    groups.push(furtherGroup(chance, main, people, phrases));
  }
  return { groups, people };
}

function furtherGroup(chance: Chance, main: Group, people: number, phrases: Phrases): Group {
  const kind = chance.weighted([
    ["part", people > 1 ? 60 : 0],
    ["helpers", 22],
    ["families", 10],
    ["others", 8],
  ] as const);
  const group = aGroup(chance, main.role);
  const few = chance.between(1, Math.max(1, Math.floor(people / 2)));
  switch (kind) {
    case "part":
      return {
        ...group,
        nationality: main.nationality,
        partOf: main.id,
        count: partCount(chance, few),
        label: chance.happens(40) ? chance.pick(phrases.parts) : "",
        ...chance.pick(PARTS),
      };
    case "helpers":
      return {
        ...group,
        role: "helper",
        nationality: chance.happens(40) ? null : chance.pick(["CN", "KR", "LA", "TH"]),
        count: syntheticCount(chance, chance.between(1, 3)),
      };
    case "families":
      return {
        ...group,
        unit: "family",
        nationality: main.nationality,
        partOf: main.id,
        count: partCount(chance, Math.ceil(few / 3)),
        circumstances: ["family_unit"],
      };
    case "others":
      return {
        ...group,
        role: chance.weighted(ROLES),
        nationality: main.nationality,
        count: syntheticCount(chance, chance.between(1, 9)),
      };
  }
}

/** Of a part only what cannot be more than its whole. */
function partCount(chance: Chance, n: number): Group["count"] {
  if (chance.happens(15)) return unknownCount;
  return { low: n, best: n, high: n };
}

function aGroup(chance: Chance, role: Role): Group {
  return {
    id: chance.hex(12),
    role,
    nationality: null,
    unit: "person",
    count: unknownCount,
    partOf: null,
    ageBand: null,
    sex: null,
    circumstances: [],
    label: "",
  };
}

const PARTS: readonly Pick<Group, "ageBand" | "sex" | "circumstances">[] = [
  { ageBand: "0-17", sex: null, circumstances: ["child"] },
  { ageBand: "0-4", sex: null, circumstances: ["infant"] },
  { ageBand: "12-17", sex: "mixed", circumstances: ["unaccompanied_minor"] },
  { ageBand: "18-59", sex: "female", circumstances: [] },
  { ageBand: "18-59", sex: "female", circumstances: ["pregnant"] },
  { ageBand: "60+", sex: null, circumstances: ["elderly"] },
  { ageBand: null, sex: "male", circumstances: [] },
  { ageBand: null, sex: null, circumstances: ["ill_or_injured"] },
];

const ROLES: readonly (readonly [Role, number])[] = [
  ["seeking_refuge", 64],
  ["migrant_worker", 9],
  ["deportee", 7],
  ["family_member", 6],
  ["protester", 3],
  ["other", 3],
  ["unknown", 3],
  ["crew", 2],
  ["helper", 2],
  ["journalist", 1],
];

type Weighted = readonly (readonly [country: string, weight: number])[];

function nationalitiesIn(country: string): Weighted {
  return NATIONALITIES[country] ?? ELSEWHERE;
}

const ELSEWHERE: Weighted = [
  ["KP", 40],
  ["CN", 25],
  ["UZ", 15],
  ["MM", 10],
  ["VN", 10],
];
const NATIONALITIES: Readonly<Record<string, Weighted>> = {
  CN: [
    ["KP", 78],
    ["MM", 6],
    ["VN", 6],
    ["CN", 5],
    ["MN", 2],
    ["PK", 2],
    ["LA", 1],
  ],
  KP: [
    ["KP", 95],
    ["CN", 5],
  ],
  TH: [
    ["KP", 45],
    ["MM", 30],
    ["CN", 20],
    ["LA", 5],
  ],
  MM: [
    ["MM", 80],
    ["BD", 15],
    ["CN", 5],
  ],
  PK: [
    ["AF", 95],
    ["CN", 5],
  ],
  AF: [["AF", 100]],
};
