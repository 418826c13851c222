import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { checkIncident } from "../check-incident";
import type { CountRange } from "../count-range";
import type { ImportItem } from "../import/import-item";
import { type Claim, type IncidentDocument, incidentDocumentSchema } from "../incident";
import type { Location } from "../location";
import { type PartialDate, precisionOf } from "../partial-date";
import { type Source, sourceSchema } from "../source";
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
  LINK_TYPES,
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
import { importedRowCells } from "./imported-rows-table";
import { INCIDENT_TABLES } from "./incident-tables";
import { linkCells, notSameCells } from "./links-tables";
import { locationCells } from "./locations-table";
import { readTables } from "./read-tables";
import { sourceCells } from "./sources-table";
import { anIncidentRecord, fileOf, rowsOf } from "./testing-files";

vi.setConfig({ testTimeout: 120_000 });

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
const document: fc.Arbitrary<IncidentDocument> = fc
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

const source: fc.Arbitrary<Source> = fc.record({
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

const ledger = fc.record({
  documents: fc.array(document, { minLength: 1, maxLength: 3 }),
  statuses: fc.array(of(REVIEW_STATUSES), { minLength: 3, maxLength: 3 }),
  reason: anyText(300).map((reason) => reason || "'"),
  sources: fc.tuple(source, source, source),
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

const REFS = ["INC-222222", "INC-333333", "INC-444444"];

async function readAll(files: Parameters<typeof readTables>[0]): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const item of readTables(files, { digest: (text) => text })) items.push(item);
  return items;
}

it("what is written into the tables is read back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(ledger, fc.boolean(), async (made, isTurned) => {
      const [first, second, third] = made.sources;
      const sources = [
        // A copy before what it copies.
        { ...first, ref: "SRC-222222", derivedFrom: ["SRC-333333", "SRC-444444"] },
        { ...second, ref: "SRC-333333", derivedFrom: ["SRC-444444"] },
        { ...third, ref: "SRC-444444" },
      ];
      const records = made.documents.map((doc, at) => {
        const reviewStatus = made.statuses[at]!;
        return {
          doc,
          record: anIncidentRecord(REFS[at]!, {
            reviewStatus,
            retractedReason: reviewStatus === "retracted" ? made.reason : null,
            mergedInto: at === 1 ? REFS[0]! : null,
          }),
        };
      });
      const rows = records.map(({ record, doc }) => rowsOf(record, doc));
      const former = {
        incident: REFS[0]!,
        import: "abc",
        file: "",
        line: made.line,
        action: "created" as const,
        rowKey: made.note,
        rowDigest: "d",
        kept: made.kept,
      };
      const link = { from: REFS[0]!, to: REFS[1]!, type: LINK_TYPES[0], note: made.note };
      const notSame = { first: REFS[0]!, second: REFS[1]!, reason: made.note };
      const files = [
        ...INCIDENT_TABLES.map((table) => {
          const all = rows.flatMap((some) => some[table]);
          // In another order of incidents too, though not of incidents.csv, which says it.
          return fileOf(table, isTurned && table !== "incidents" ? all.toReversed() : all);
        }),
        fileOf("sources", sources.map(sourceCells)),
        fileOf("locations", made.locations.map(locationCells)),
        fileOf(
          "location_names",
          made.locations.flatMap(({ id, aliases }) =>
            aliases.map((name) => ({ location: id, name })),
          ),
        ),
        fileOf("links", [linkCells(link)]),
        fileOf("not_same", [notSameCells(notSame)]),
        fileOf("imported_rows", [importedRowCells(former)]),
      ];
      const items = await readAll(files);
      expect(items.filter(({ what }) => what === "faults")).toEqual([]);
      expect(items.flatMap((item) => ("faults" in item ? item.faults : []))).toEqual([]);

      const locations = items.flatMap((item) => (item.what === "location" ? [item.location] : []));
      expect(locations).toEqual(made.locations.toReversed());
      const read = items.flatMap((item) =>
        item.what === "source" ? [{ ...item.source, ref: item.ref }] : [],
      );
      expect(read).toEqual(sources.toReversed());
      const incidents = items.flatMap((item) => (item.what === "incident" ? [item] : []));
      expect(incidents.map(({ ref }) => ref)).toEqual(records.map(({ record }) => record.ref));
      expect(incidents.map((item) => item.document)).toEqual(records.map(({ doc }) => doc));
      expect(incidents.map((item) => item.review)).toEqual(
        records.map(({ record: { reviewStatus: status, retractedReason, mergedInto } }) => ({
          status,
          retractedReason,
          mergedInto,
        })),
      );
      expect(incidents[0]!.former).toEqual([former]);
      expect(items.at(-2)).toMatchObject({ what: "link", ...link });
      expect(items.at(-1)).toMatchObject({ what: "not_same", ...notSame });
      expect(items.map(({ what }) => what)).toEqual([
        ...Array(4).fill("location"),
        ...Array(3).fill("source"),
        ...records.map(() => "incident"),
        "link",
        "not_same",
      ]);
    }),
    { numRuns: 150 },
  );
});

it("what is made up for it would be accepted by the ledger", () => {
  fc.assert(
    fc.property(document, source, (doc, made) => {
      expect(incidentDocumentSchema.parse(doc)).toEqual(doc);
      expect(checkIncident(doc)).toEqual([]);
      expect(sourceSchema.parse(made)).toEqual(made);
    }),
    { numRuns: 150 },
  );
});
