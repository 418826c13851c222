import { and, eq, inArray, ne, or } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { IncidentDocument } from "../../domain/incident";
import { slotOfNumber } from "../../domain/incident-index/incident-index";
import {
  type IndexedCase,
  indexedCase,
  similarSlots,
} from "../../domain/incident-index/similar-slots";
import type { NewSource } from "../../domain/new-source";
import type { CaseFacts } from "../../domain/similarity/case-facts";
import type { SimilarIncident } from "../../domain/similarity/similar-incident";
import { MAY_BE_SAME, similarity } from "../../domain/similarity/similarity";
import { tellingWords } from "../../domain/similarity/telling-words";
import { authoriseReading } from "../authorise-reading";
import { byIncident } from "../by-incident";
import { inChunks } from "../in-chunks";
import { readCaseFacts, reportsOfSources, sourcesOfReports } from "../read-case-facts";
import type { Db, Store } from "../store";
import { atOneMoment, type Moment } from "../store-index";

/** What may be the same as something: a document that is not stored, with the sources it brings, or an incident. */
export type SimilarTo =
  | { document: IncidentDocument; newSources: readonly NewSource[] }
  | { ref: string };

/** Of one case at most so many are named, the likest first. */
const MOST = 5;
/** So many of one kind are read and held against it. */
const CANDIDATES = 30;

/**
 * For each that is asked for, the incidents that may be the same case, in the order asked.
 * 1. Merged and retracted ones are never named, nor the incident itself.
 * 2. Of an incident those are left out that somebody decided are not the same, or linked with it.
 * It reads what is committed, on a connection of its own: what a transaction has written that is still open is not
 * among them, and it may be called from inside one. Ask for many at once: their sources are then looked up together.
 * An incident that is not there has none. Of 100,000 incidents one document takes about 20 ms, of many at once each 7 ms.
 */
export async function findSimilar(
  store: Store,
  actor: Actor,
  asked: readonly SimilarTo[],
): Promise<SimilarIncident[][]> {
  authoriseReading(store, actor, "review.list");
  return atOneMoment(store, async (moment) => {
    const cases = await readCases(store, moment, asked);
    const reports = await sourcesOfReports(
      store,
      moment.db,
      cases.flatMap((one) => (one ? [...one.facts.reports] : [])),
    );
    const found: SimilarIncident[][] = [];
    for (const one of cases) found.push(one ? await similarTo(store, moment, one, reports) : []);
    return found;
  });
}

/** `reports`: addresses, and references of sources it cites. `apart`: ids of incidents that are not to be named. */
type AskedCase = { facts: CaseFacts; apart: ReadonlySet<string> };

async function readCases(
  store: Store,
  moment: Moment,
  asked: readonly SimilarTo[],
): Promise<(AskedCase | null)[]> {
  const documents = asked.flatMap((one) => ("document" in one ? one : []));
  const facts = await readCaseFacts(store, moment.db, documents);
  const cases: (AskedCase | null)[] = [];
  for (const one of asked)
    cases.push(
      "document" in one
        ? { facts: facts.shift()!, apart: new Set() }
        : await storedCase(store, moment, one.ref),
    );
  return cases;
}

async function storedCase(store: Store, moment: Moment, ref: string): Promise<AskedCase | null> {
  const { incident, incidentEntry } = store.t;
  const [row] = await moment.db
    .select({ id: incident.id, number: incidentEntry.number })
    .from(incident)
    .innerJoin(incidentEntry, eq(incidentEntry.incidentId, incident.id))
    .where(eq(incident.ref, ref));
  if (!row) return null;
  const indexed = moment.ask((index) => {
    const slot = slotOfNumber(index, row.number);
    return slot === null ? null : indexedCase(index, slot);
  });
  if (indexed === null) return null;
  const [stored] = await readStored(store, moment.db, [indexed], new Set());
  const reports = await reportsOfSources(store, moment.db, "ref", indexed.sources);
  return {
    facts: { ...stored!.facts, reports: new Set([...reports.values()].flat()) },
    apart: await decidedApart(store, moment.db, row.id),
  };
}

async function similarTo(
  store: Store,
  { db, ask }: Moment,
  { facts, apart }: AskedCase,
  reports: ReadonlyMap<string, string[]>,
): Promise<SimilarIncident[]> {
  const sources = [...facts.reports].flatMap((report) => reports.get(report) ?? [report]);
  const cases = ask((index) => similarSlots(index, facts, sources, CANDIDATES));
  const own = { ...facts, reports: new Set(sources) };
  return (await readStored(store, db, cases, apart))
    .map(({ ref, title, facts: other }) => ({ ref, title, ...similarity(own, other) }))
    .filter(({ score }) => score >= MAY_BE_SAME)
    .sort((a, b) => b.score - a.score || (a.ref < b.ref ? -1 : 1))
    .slice(0, MOST);
}

/** The incidents with their words, but for those of `apart`. */
async function readStored(
  { t: { incident, incidentEntry, event } }: Store,
  db: Db,
  cases: readonly IndexedCase[],
  apart: ReadonlySet<string>,
): Promise<{ ref: string; title: string; facts: CaseFacts }[]> {
  const rows = await inChunks(
    cases.map(({ number }) => number),
    (chunk) =>
      db
        .select({
          number: incidentEntry.number,
          id: incident.id,
          ref: incident.ref,
          title: incident.title,
          summary: incident.summary,
        })
        .from(incidentEntry)
        .innerJoin(incident, eq(incident.id, incidentEntry.incidentId))
        .where(inArray(incidentEntry.number, chunk)),
  );
  const events = byIncident(
    await inChunks(
      rows.map(({ id }) => id),
      (chunk) =>
        db
          .select({ incidentId: event.incidentId, description: event.description })
          .from(event)
          .where(and(inArray(event.incidentId, chunk), ne(event.description, ""))),
    ),
  );
  const byNumber = new Map(cases.map((one) => [one.number, one]));
  return rows
    .filter(({ id }) => !apart.has(id))
    .map(({ number, id, ref, title, summary }) => {
      const { sources, date, persons, places } = byNumber.get(number)!;
      const descriptions = (events.get(id) ?? []).map(({ description }) => description);
      const words = tellingWords([title, summary, ...descriptions]);
      return { ref, title, facts: { date, persons, places, reports: new Set(sources), words } };
    });
}

/** The incident itself, what somebody decided is not the same, and what it is linked with. */
async function decidedApart({ t }: Store, db: Db, id: string): Promise<Set<string>> {
  const { incidentLink: link, notSameDecision: decision } = t;
  const links = await db
    .select({ a: link.fromId, b: link.toId })
    .from(link)
    .where(or(eq(link.fromId, id), eq(link.toId, id)));
  const decisions = await db
    .select({ a: decision.firstId, b: decision.secondId })
    .from(decision)
    .where(or(eq(decision.firstId, id), eq(decision.secondId, id)));
  return new Set([id, ...[...links, ...decisions].flatMap(({ a, b }) => [a, b])]);
}
