import fc from "fast-check";
import type { CountRange } from "../count-range";
import type { Claim, IncidentDocument } from "../incident";
import type { Location } from "../location";
import { type PartialDate, precisionOf } from "../partial-date";
import type { Source } from "../source";
import {
  ACCESSES,
  AGE_BANDS,
  ASSESSMENTS,
  CIRCUMSTANCES,
  CLAIM_FIELDS,
  CLAIM_SCOPES,
  CREDIBILITIES,
  DATE_BASES,
  DATE_KINDS,
  EVENT_TYPES,
  FACILITY_KINDS,
  MODALITIES,
  PLACE_ROLES,
  RELIABILITIES,
  REVIEW_STATUSES,
  ROLES,
  SEXES,
  SOURCE_KINDS,
  STATUSES,
  UNITS,
  WHERE_PRECISIONS,
} from "../vocabulary";

// What tends to be lost: line breaks, quotes, separators, what a spreadsheet takes for a formula, other scripts.
const nasty = fc.constantFrom(
  "=1+1",
  "+8",
  "-3",
  "@x",
  "'quoted",
  "''",
  "\u200B=1",
  "a\nb",
  "a\n\nb",
  "a\rb",
  'say "x"',
  "x, y; z",
  "tab\there",
  "도문(투먼)",
  "图们",
  "𝒳 e\u0301",
  "null",
  "0",
  "true",
  "TRUE",
  "1e5",
  "2014-07",
  "#N/A",
  "NA",
  "\\N",
  "\u00A0x",
);
const anyText = (max: number) =>
  fc
    .oneof(fc.constant(""), nasty, fc.string({ unit: "grapheme", maxLength: 20 }))
    .map((text) => text.replaceAll("\0", "").replaceAll("\r\n", "\n").normalize("NFC").trim())
    .map((text) => text.slice(0, max).trim())
    .filter((text) => text.isWellFormed());
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const of = <T>(codes: readonly T[]) => fc.constantFrom(...codes);

const count: fc.Arbitrary<CountRange> = fc
  .tuple(fc.uniqueArray(fc.nat(10_000_000), { minLength: 3, maxLength: 3 }), fc.nat(7))
  .map(([numbers, known]) => {
    const [low, best, high] = numbers.toSorted((a, b) => a - b) as [number, number, number];
    return {
      low: known & 1 ? low : null,
      best: known & 2 ? best : null,
      high: known & 4 ? high : null,
    };
  });
const day = fc
  .date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const date: fc.Arbitrary<PartialDate> = fc
  .record({
    text: anyText(500),
    days: fc.tuple(orNull(day), orNull(day)),
    kind: of(DATE_KINDS),
    basis: of(DATE_BASES),
  })
  .map(({ text, days, kind, basis }) => {
    const [one, other] = days;
    const [earliest, latest] =
      one !== null && other !== null && one > other ? [other, one] : [one, other];
    return { text, earliest, latest, kind, basis, precision: precisionOf(earliest, latest) };
  });
const placeId = of(["CN", "KP", "CN-YN", "CN-YN/kunming", "KP/o'malley:(x)"]);
const place = fc.record({ role: of(PLACE_ROLES), locationId: placeId });
const sourceRef = of(["SRC-222222", "SRC-333333", "SRC-444444"]);

const claim = (groups: string[], events: string[]) =>
  fc
    .record({
      sourceId: sourceRef,
      groupId: orNull(fc.constantFrom(...groups)),
      eventId: orNull(fc.constantFrom(...events)),
      field: of(CLAIM_FIELDS),
      count: fc.oneof(count, fc.constant({ low: null, best: null, high: null })),
      date,
      place,
      modality: of(MODALITIES),
      status: of(STATUSES),
      scope: of(CLAIM_SCOPES),
      scopeText: anyText(500),
      statement: anyText(5000),
      quote: anyText(10000),
      locator: anyText(500),
      credibility: orNull(of(CREDIBILITIES)),
      assessment: of(ASSESSMENTS),
      acknowledged: fc.boolean(),
    })
    .map((made): Omit<Claim, "id"> => {
      const needsEvent =
        made.field === "date" || made.field === "place" || made.field === "modality";
      const needsGroup = made.field === "count" || made.field === "status";
      const only = <K extends Claim["field"], V>(field: K, value: V) =>
        made.field === field ? value : null;
      return {
        ...made,
        groupId: needsGroup ? (made.groupId ?? groups[0]!) : made.groupId,
        eventId: needsEvent ? (made.eventId ?? events[0]!) : made.eventId,
        count: only("count", made.count),
        date: only("date", made.date),
        place: only("place", made.place),
        modality: only("modality", made.modality),
        status: only("status", made.status),
      };
    });

const ids = fc.uniqueArray(fc.stringMatching(/^[\w./:'()-]{1,12}$/), {
  minLength: 1,
  maxLength: 4,
});
/** Cites sources by `SRC-222222`, `SRC-333333` and `SRC-444444`. */
export const anyDocument: fc.Arbitrary<IncidentDocument> = fc
  .tuple(ids, ids, ids)
  .chain(([groupIds, eventIds, claimIds]) =>
    fc.record({
      title: anyText(300).map((title) => title || "'="),
      summary: anyText(20_000),
      groups: fc.tuple(
        ...groupIds.map((id, at) =>
          fc.record({
            id: fc.constant(id),
            role: of(ROLES),
            nationality: orNull(of(["CN", "KP"])),
            unit: fc.constant(UNITS[at % 2]!),
            count: at === 0 ? count : fc.constant({ low: null, best: null, high: null }),
            partOf: at === 0 ? fc.constant(null) : orNull(fc.constant(groupIds[at - 1]!)),
            ageBand: orNull(of(AGE_BANDS)),
            sex: orNull(of(SEXES)),
            circumstances: fc.subarray([...CIRCUMSTANCES]),
            label: anyText(200),
          }),
        ),
      ),
      events: fc.tuple(
        ...eventIds.map((id) =>
          fc.record({
            id: fc.constant(id),
            type: of(EVENT_TYPES),
            modality: of(MODALITIES),
            date: orNull(date),
            places: fc.uniqueArray(place, {
              maxLength: 4,
              selector: ({ role, locationId }) => `${role} ${locationId}`,
            }),
            description: anyText(10_000),
            groups: fc
              .subarray(groupIds)
              .map((some) =>
                some.map((groupId) => ({ groupId, count: { low: null, best: null, high: null } })),
              ),
          }),
        ),
      ),
      claims: fc.tuple(
        ...claimIds.map((id) => claim(groupIds, eventIds).map((rest): Claim => ({ id, ...rest }))),
      ),
    }),
  );

export const anySource: fc.Arbitrary<Source> = fc.record({
  kind: of(SOURCE_KINDS),
  publisher: anyText(300),
  title: anyText(500),
  url: of(["", "https://example.org/a?b=1,2", "http://example.org/'"]),
  language: of(["", "en", "ko-KR"]),
  published: orNull(date),
  accessed: orNull(day),
  archivedUrl: of(["", "https://archive.example.org/x"]),
  storedText: anyText(1_000_000),
  licence: anyText(500),
  quotable: fc.boolean(),
  derivedFrom: fc.constant([] as string[]),
  reliability: of(RELIABILITIES),
  access: of(ACCESSES),
});

const location = (
  id: string,
  parentId: string | null,
  kind: Location["kind"],
): fc.Arbitrary<Location> =>
  fc
    .record({
      facilityKind: orNull(of(FACILITY_KINDS)),
      nameEn: anyText(300).map((name) => name || "-"),
      nameKo: orNull(anyText(300).map((name) => name || "투먼(도문)")),
      nameZh: orNull(anyText(300).map((name) => name || "图们")),
      aliases: fc.uniqueArray(
        anyText(300).filter((name) => name !== ""),
        { maxLength: 4 },
      ),
      point: orNull(
        fc.tuple(
          fc.double({ min: -90, max: 90, noNaN: true }),
          fc.double({ min: -180, max: 180, noNaN: true }),
        ),
      ),
      wherePrecision: orNull(of(WHERE_PRECISIONS)),
      note: anyText(10_000),
      origin: anyText(500).map((origin) => origin || "made up"),
    })
    .map(({ point, ...rest }) => ({
      id,
      parentId,
      kind,
      ...rest,
      lat: point ? point[0] + 0 : null,
      lon: point ? point[1] + 0 : null,
      countryId: id.slice(0, 2),
      provinceId: kind === "country" ? null : "CN-YN",
      localityId: kind === "locality" ? id : kind === "facility" ? parentId : null,
    }));

/** What a ledger may hold of everything that tables are made of. */
export const anyLedger = fc.record({
  documents: fc.array(anyDocument, { minLength: 1, maxLength: 3 }),
  statuses: fc.array(of(REVIEW_STATUSES), { minLength: 3, maxLength: 3 }),
  reason: anyText(300).map((reason) => reason || "'"),
  sources: fc.tuple(anySource, anySource, anySource),
  // The last comes first, so that what it lies in comes after it.
  locations: fc.tuple(
    location("CN-YN/kunming/x", "CN-YN/kunming", "facility"),
    location("CN-YN/kunming", "CN-YN", "locality"),
    location("CN-YN", "CN", "province"),
    location("CN", null, "country"),
  ),
  note: anyText(1_000),
  kept: fc.dictionary(anyText(20), anyText(50)),
  line: fc.integer({ min: 1, max: 1_000_000 }),
});
