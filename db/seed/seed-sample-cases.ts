import type { PartialDate } from "../../domain/partial-date";
import { type Clock, systemClock } from "../clock";
import { addSource } from "../commands/add-source";
import { linkIncidents } from "../commands/link-incidents";
import { logIncident } from "../commands/log-incident";
import { publishIncident } from "../commands/publish-incident";
import { submitForReview } from "../commands/submit-for-review";
import { verifyIncident } from "../commands/verify-incident";
import { newId } from "../new-id";
import { publicationDraft } from "../publication-draft";
import { findIncident } from "../read-incident";
import { SAMPLE_REVIEWER, SAMPLE_WRITER, wantsSamples, writeSampleRefs } from "../sample-cases";
import type { Store } from "../store";
import { readSampleFiles, type SampleFiles } from "./read-sample-files";
import { readSampleDate, sampleDocument } from "./sample-document";

/**
 * Logs the sample cases into a ledger that holds no incident yet, by the program's own commands, all or nothing, and
 * takes each through its review to the decision that it is public.
 * Needs the gazetteer. Which incidents are samples is kept in the ledger's state.
 * Returns how many were logged: 0 when there was an incident already, or the samples were removed.
 */
export async function seedSampleCases(store: Store, clock: Clock = systemClock): Promise<number> {
  const files = readSampleFiles();
  return store.tx(async (db) => {
    if (!(await wantsSamples(store, db))) return 0;
    const inside: Store = { ...store, read: db, tx: (work) => work(db) };
    const refs = await logAll(inside, files, await addAll(inside, files, clock), clock);
    for (const ref of refs.values()) await publish(inside, ref, clock);
    await writeSampleRefs(store, db, [...refs.values()]);
    return refs.size;
  });
}

type AddedSource = { id: string; published: PartialDate | null };

async function addAll(
  store: Store,
  { sources }: SampleFiles,
  clock: Clock,
): Promise<Map<string, AddedSource>> {
  const added = new Map<string, AddedSource>();
  for (const [key, { storedTextFile: _file, dateBasis, published, ...fields }] of sources) {
    const date = published === undefined ? null : readSampleDate(published, dateBasis, null);
    const derivedFrom = fields.derivedFrom.map((origin) => {
      const source = added.get(origin);
      if (!source) throw new Error(`The source ${key} derives from ${origin}, not above it.`);
      return source.id;
    });
    const source = {
      ...fields,
      derivedFrom,
      published: date,
      accessed: null,
      archivedUrl: "",
      access: "public" as const,
    };
    const { id } = await addSource(store, { source }, SAMPLE_WRITER, clock);
    added.set(key, { id, published: date });
  }
  return added;
}

/** References by key. Links come last, when both their ends are there. */
async function logAll(
  store: Store,
  { incidents }: SampleFiles,
  sources: Map<string, AddedSource>,
  clock: Clock,
): Promise<Map<string, string>> {
  const refs = new Map<string, string>();
  for (const [key, sample] of incidents) {
    const document = sampleDocument(sample, sources, () => newId(clock));
    const { ref } = await logIncident(store, { document }, SAMPLE_WRITER, clock);
    refs.set(key, ref);
  }
  for (const [key, { links }] of incidents)
    for (const { to, type, note } of links) {
      const [from, target] = [refs.get(key), refs.get(to)];
      if (!from || !target) throw new Error(`${key} is linked to ${to}, which is no sample case.`);
      await linkIncidents(store, { from, to: target, type, note }, SAMPLE_WRITER, clock);
    }
  return refs;
}

async function publish(store: Store, ref: string, clock: Clock): Promise<void> {
  const reason = "";
  await submitForReview(store, { ref, version: 1, reason }, SAMPLE_WRITER, clock);
  const row = (await findIncident(store, store.read, ref))!;
  const { version, editedAt } = row;
  await verifyIncident(store, { ref, version, editedAt, reason }, SAMPLE_REVIEWER, clock);
  const draft = await publicationDraft(store, store.read, row);
  await publishIncident(store, { ref, digest: draft!.digest }, SAMPLE_REVIEWER, clock);
}
