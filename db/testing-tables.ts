import type { Source } from "../domain/source";
import { aClaim, aDocument, aGroup, anEvent, days, exactly } from "../domain/testing-documents";
import { addSource } from "./commands/add-source";
import { logIncident } from "./commands/log-incident";
import { retractIncident } from "./commands/retract-incident";
import type { Store } from "./store";
import { leaveMerged } from "./testing-merged";

const actor = { id: "test", role: "admin" } as const;

/** A valid source in which only what the test speaks of is set. */
export function aWrittenSource(rest: Partial<Source> = {}): Source {
  return {
    kind: "news",
    publisher: "",
    title: "",
    url: "",
    language: "",
    published: null,
    accessed: null,
    archivedUrl: "",
    storedText: "",
    licence: "",
    quotable: false,
    derivedFrom: [],
    reliability: "F",
    access: "public",
    ...rest,
  };
}

/**
 * Five incidents and four sources, for tests of tables; needs the gazetteer. Returns the references.
 * - `sweep`: 20 KP people, 9 of them a part, arrested in Kunming and Qingdao, 8 of them deported to Namyang-ri;
 *   6 KR helpers; a transfer to Tumen that is denied.
 * - `crossing`: about 3 people of unknown nationality, last seen in Kunming's province.
 * - `undated`: one family with an infant, released nowhere in particular; no source.
 * - One retracted case of 50 MM people in Myanmar, for which `paper` is the source.
 * - `gone`: a case in Tumen that was merged into `sweep`.
 * - Sources: `wire` speaks of sweep and crossing, `paper` of sweep and the retracted case, `copy` copies both and has no publisher,
 *   `unused` speaks of nothing.
 */
export async function logTableSample(store: Store) {
  const add = (source: Partial<Source>) =>
    addSource(store, { source: aWrittenSource(source) }, actor);
  const wire = await add({
    publisher: "wire service",
    title: "Twenty held",
    published: days("2014-07-21", "2014-07-27"),
    language: "en",
    reliability: "B",
    quotable: true,
    url: "https://wire.example/twenty",
    storedText: "Twenty people were held.",
  });
  const paper = await add({
    publisher: "Morning Paper",
    title: "29명 체포",
    published: days("2014-07-23", "2014-07-23"),
    language: "ko",
    reliability: "C",
    kind: "ngo",
  });
  const copy = await add({
    title: "Held, says the wire",
    language: "en",
    derivedFrom: [wire.id, paper.id],
    access: "restricted",
  });
  const unused = await add({ publisher: "Ministry", kind: "government", reliability: "A" });

  const at = (locationId: string) => [{ role: "at" as const, locationId }];
  const sweep = await logIncident(
    store,
    {
      document: aDocument({
        title: "Sweep in two provinces",
        summary: "Families and their guides",
        groups: [
          aGroup("all", { nationality: "KP", label: "everyone", circumstances: ["infant"] }),
          aGroup("part", {
            nationality: "KP",
            partOf: "all",
            count: exactly(9),
            ageBand: "18-59",
            sex: "female",
            label: "Kunming group",
          }),
          aGroup("guides", { role: "helper", nationality: "KR", count: exactly(6) }),
        ],
        events: [
          anEvent("arrest", {
            date: days("2014-07-15", "2014-07-17"),
            places: [...at("CN-YN/kunming"), ...at("CN-SD/qingdao")],
          }),
          anEvent("transfer", { type: "transfer", modality: "denied", places: at("CN-JL/tumen") }),
          anEvent("return", {
            type: "deportation",
            date: days("2014-08-01", "2014-08-31"),
            groups: [{ groupId: "all", count: exactly(8) }],
          }),
        ],
        claims: [
          aClaim("c1", wire.id, { field: "count", groupId: "all", count: exactly(20) }),
          aClaim("c2", paper.id, { field: "count", groupId: "all", count: exactly(29) }),
          aClaim("c3", copy.id, { field: "count", groupId: "all", count: exactly(29) }),
          aClaim("c4", wire.id, {
            eventId: "arrest",
            field: "place",
            place: { role: "at", locationId: "CN-YN/kunming" },
            quote: "in Kunming",
            locator: "second paragraph",
            scope: "unknown",
            scopeText: "only nine",
          }),
          aClaim("c5", paper.id, {
            eventId: "arrest",
            field: "place",
            place: { role: "at", locationId: "CN-SD/qingdao" },
          }),
        ],
      }),
    },
    actor,
  );
  const crossing = await logIncident(
    store,
    {
      document: aDocument({
        title: "Crossing a border",
        groups: [aGroup("three", { count: { low: null, best: 3, high: null }, role: "unknown" })],
        events: [anEvent("seen", { date: days("2013-01-01", "2013-12-31"), places: at("CN-YN") })],
        claims: [aClaim("c1", wire.id, { statement: "Three were seen." })],
      }),
    },
    actor,
  );
  const untrue = await logIncident(
    store,
    {
      document: aDocument({
        title: "Never happened",
        groups: [aGroup("nobody", { nationality: "MM", count: exactly(50) })],
        events: [anEvent("arrest", { places: at("MM-01") })],
        claims: [aClaim("c1", paper.id, { statement: "It is said." })],
      }),
    },
    actor,
  );
  await retractIncident(store, { ref: untrue.ref, version: 1, reason: "Not true." }, actor);
  const undated = await logIncident(
    store,
    {
      document: aDocument({
        title: "A family let go",
        groups: [
          aGroup("family", {
            unit: "family",
            count: exactly(1),
            nationality: "KP",
            circumstances: ["family_unit", "infant"],
          }),
        ],
        events: [anEvent("release", { type: "release" })],
      }),
    },
    actor,
  );
  const gone = await logIncident(
    store,
    {
      document: aDocument({
        title: "Logged twice",
        groups: [aGroup("twice", { nationality: "MM", count: exactly(100) })],
        events: [anEvent("arrest", { places: at("CN-JL/tumen") })],
        claims: [aClaim("c1", wire.id, { statement: "The same." })],
      }),
    },
    actor,
  );
  await leaveMerged(store, gone.ref, sweep.ref);
  return {
    sweep: sweep.ref,
    crossing: crossing.ref,
    undated: undated.ref,
    wire: wire.ref,
    paper: paper.ref,
    copy: copy.ref,
    unused: unused.ref,
  };
}
