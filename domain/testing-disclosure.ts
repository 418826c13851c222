import type { Disclosure, PlacedLocation } from "./disclosure";
import type { StoredSource } from "./open-sources";
import { byId, days } from "./testing-documents";

function place(id: string, parentId: string | null, rest: Partial<PlacedLocation> = {}) {
  const kind = (["country", "province", "locality", "facility"] as const)[
    id.split("/").length - 1
  ]!;
  return {
    id,
    parentId,
    kind,
    facilityKind: null,
    countryId: "CN",
    provinceId: "CN/YN",
    localityId: null,
    ...rest,
  };
}

/** Two provinces' worth of tree: one with a locality and a facility, one locality without a province. */
export const places: ReadonlyMap<string, PlacedLocation> = byId([
  place("CN", null, { provinceId: null }),
  place("KP", null, { provinceId: null, countryId: "KP" }),
  place("CN/YN", "CN"),
  place("CN/YN/kunming", "CN/YN", { localityId: "CN/YN/kunming" }),
  place("CN/YN/kunming/centre", "CN/YN/kunming", { localityId: "CN/YN/kunming" }),
  place("MM", null, { provinceId: null, countryId: "MM" }),
  place("MM/x/border-town", "MM", {
    provinceId: null,
    countryId: "MM",
    localityId: "MM/x/border-town",
  }),
]);

function aStored(id: string, rest: Partial<StoredSource> = {}): StoredSource {
  return {
    id,
    ref: `SRC-${id}`,
    kind: "news",
    publisher: id,
    title: "",
    url: "",
    language: "en",
    published: null,
    accessed: null,
    archivedUrl: "",
    storedText: "",
    licence: "",
    quotable: true,
    derivedFrom: [],
    reliability: "B",
    access: "public",
    ...rest,
  };
}

export const OPEN = ["wire", "paper", "radio", "copy"];
export const CLOSED = ["testimony", "letter", "retelling"];
/** `copy` copies an open and a restricted source; `retelling` is public but copies restricted ones alone. */
export const sources = byId([
  aStored("wire", {
    reliability: "A",
    published: { ...days("2014-07-23", "2014-07-23"), precision: 1 },
  }),
  aStored("paper", { quotable: false }),
  aStored("radio", { publisher: "wire" }),
  aStored("copy", { derivedFrom: ["testimony", "wire"] }),
  aStored("testimony", { access: "restricted" }),
  aStored("letter", { access: "restricted", derivedFrom: ["wire"] }),
  aStored("retelling", { derivedFrom: ["testimony", "letter"] }),
]);

export function factsOf(from: ReadonlyMap<string, StoredSource>) {
  return new Map(
    [...from].map(([id, source]) => [id, { ...source, derived: source.derivedFrom.length > 0 }]),
  );
}

/** All that becomes public of a disclosure, as text. */
export function publicText({ document, sources, locationIds }: Disclosure) {
  return JSON.stringify({ document, sources: [...sources], locationIds });
}
