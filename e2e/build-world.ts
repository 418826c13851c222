import { createHash } from "node:crypto";
import { openStore } from "../db/client";
import type { Clock } from "../db/clock";
import { addSource } from "../db/commands/add-source";
import { logIncident } from "../db/commands/log-incident";
import { markPublic, publishPending, type Stores } from "../db/commands/publish-pending";
import { retractIncident } from "../db/commands/retract-incident";
import { reviseIncident } from "../db/commands/revise-incident";
import { publicUrlOf } from "../db/public-store";
import { getIncident } from "../db/queries/get-incident";
import { seedGazetteer } from "../db/seed/seed-gazetteer";
import { publish, verify } from "../db/testing-publication";
import { aWrittenSource } from "../db/testing-tables";
import type { Actor } from "../domain/actor";
import type { DomainError } from "../domain/errors";
import type { IncidentDocument } from "../domain/incident";
import type { Source } from "../domain/source";
import { days } from "../domain/testing-documents";
import type { SourceKey, World } from "./random-world";

export const writer: Actor = { id: "writer", role: "researcher" };
export const reviewer: Actor = { id: "reviewer", role: "reviewer" };
export const admin: Actor = { id: "admin", role: "admin" };

/** What was built of a world: its sources by key, its incidents by reference. */
export type Built = { sources: Record<SourceKey, { id: string; ref: string }>; refs: string[] };

/** Both stores of a new ledger with the world's places, before any server knows them. */
export async function newLedger(url: string): Promise<Stores> {
  const internal = await openStore(url);
  await internal.migrate();
  await seedGazetteer(internal);
  const pub = await openStore(publicUrlOf(url), { profile: "public" });
  await pub.migrate();
  await markPublic(pub);
  return { internal, public: pub };
}

/**
 * Builds a world by the program's own commands and publishes what is to be public. `side`: which of the twins.
 * Time and chance come from `name` alone, so that two ledgers in which the same is done have the same references.
 */
export async function buildWorld(
  stores: Stores,
  { world, side, name }: { world: World; side: "here" | "there"; name: string },
): Promise<Built> {
  const { internal } = stores;
  const clock = (step: string) => clockOf(`${name} ${step}`);
  const sources = await addSources(stores, world[side], clock);
  const named = (document: IncidentDocument) => ({
    ...document,
    claims: document.claims.map((claim) => ({
      ...claim,
      sourceId: sources[claim.sourceId as SourceKey].id,
    })),
  });
  const refs: string[] = [];
  for (const [at, { twins, fate }] of world.incidents.entries()) {
    const document = named(twins[side]);
    const { ref } = await logIncident(internal, { document }, writer, clock(`log ${at}`));
    refs.push(ref);
    if (fate === "draft") continue;
    if (fate === "retracted") {
      const input = { ref, version: 1, reason: "It never happened." };
      await retractIncident(internal, input, reviewer, clock(`retract ${at}`));
      continue;
    }
    await verify(internal, ref, clock(`verify ${at}`));
    if (fate === "verified") continue;
    await publish(internal, ref, clock(`publish ${at}`)).catch(refusalOnly);
    if (fate === "edited") await edit(stores, ref, { title: "Not checked yet" });
  }
  await publishPending(stores);
  return { sources, refs };
}

/** Changes what is written of an incident, by somebody who wrote it. */
export async function edit(
  { internal }: Stores,
  ref: string,
  change: Partial<IncidentDocument>,
): Promise<void> {
  const { document, version } = (await getIncident(internal, writer, ref))!;
  const changed = { ...document, ...change };
  await reviseIncident(internal, { ref, version, document: changed, reason: "" }, writer);
}

/** A step that the program refuses is no step; anything else is a fault. */
export function refusalOnly(error: unknown): void {
  if (typeof (error as DomainError).code !== "string") throw error;
}

async function addSources(
  { internal }: Stores,
  words: World["here"],
  clock: (step: string) => Clock,
): Promise<Built["sources"]> {
  const add = (key: SourceKey, rest: Partial<Source>) =>
    addSource(internal, { source: aWrittenSource(rest) }, writer, clock(`source ${key}`));
  const published = { ...days("2014-07-21", "2014-07-23"), precision: 2 as const };
  const inside = { storedText: words.text, archivedUrl: "", accessed: "2014-08-01" };
  const closed = { ...inside, ...words, text: undefined };
  const restricted = { ...closed, access: "restricted" as const };
  const wire = await add("wire", { ...inside, publisher: "Wire", reliability: "A", published });
  const paper = await add("paper", { ...inside, publisher: "Morning Paper", quotable: true });
  const witness = await add("witness", restricted);
  const letter = await add("letter", { ...restricted, derivedFrom: [wire.id] });
  const copy = await add("copy", { publisher: "Copy", derivedFrom: [witness.id, wire.id] });
  const origins = [witness.id, letter.id];
  const retelling = await add("retelling", { ...closed, derivedFrom: origins });
  return { wire, paper, witness, letter, copy, retelling };
}

/** A clock that stands still, with chance that is the same for the same name. */
function clockOf(name: string): Clock {
  let drawn = 0;
  return {
    now: () => Date.UTC(2026, 0, 1),
    randomBytes: (length) => {
      drawn++;
      return createHash("sha256").update(`${name} ${drawn}`).digest().subarray(0, length);
    },
  };
}
