import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import type { IncidentDocument } from "../../domain/incident";
import type { Keep } from "../../domain/keep";
import { decideByKind, type KindDecision } from "../../domain/personal-data/decide-by-kind";
import { incidentTexts } from "../../domain/personal-data/free-texts";
import { MARK_KINDS } from "../../domain/personal-data/mark";
import { withTexts } from "../../domain/personal-data/with-texts";
import { readReason } from "../../domain/read-reason";
import { changeIncident } from "../change-incident";
import { type Clock, systemClock } from "../clock";
import { knownPlaceNames } from "../gazetteer/known-place-names";
import { digestOf, keptDigests } from "../kept-words";
import { goneNames, readPastVersion } from "../read-past-version";
import type { Db, Store } from "../store";

/**
 * Writes what an incident was in an earlier version as its new version; the versions between stay in the log.
 * `version` is the one the person saw. Needs a reason.
 * What that version said may meanwhile have been redacted: what the personal-data guard marks in it stays with
 * `keep`, or with `redact` all of it is redacted that nobody keeps.
 * Errors: those of a change; `version.unknown`, `version.current`, `version.emptied` by a purge, `version.names_gone`.
 */
export async function restoreIncident(
  store: Store,
  input: {
    ref: string;
    version: number;
    restored: number;
    reason: string;
    keep?: readonly Keep[];
    redact?: boolean;
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ version: number }> {
  authorise(actor, "incident.revise");
  const { ref, version, restored, keep } = input;
  const reason = readReason(input.reason, { required: true });
  return changeIncident(
    store,
    { ref, version, reason, keep, action: "restore" },
    async (_before, { db, id }) => {
      const values = { version: restored };
      if (restored === version) throw new DomainError("version.current", values);
      const past = await readPastVersion(store, db, id, { version: restored });
      if (past === null) throw new DomainError("version.unknown", values);
      if (past.document === null) throw new DomainError("version.emptied", values);
      const gone = await goneNames(store, db, past.document);
      if (gone.sources + gone.places > 0)
        throw new DomainError("version.names_gone", { ...values, ...gone });
      return input.redact ? redacted(store, db, id, past.document) : past.document;
    },
    actor,
    clock,
  );
}

async function redacted(
  store: Store,
  db: Db,
  id: string,
  document: IncidentDocument,
): Promise<IncidentDocument> {
  const kept = await keptDigests(store, db, [
    { entity: "incident", entityId: id, part: "content" },
  ]);
  const before = incidentTexts(document);
  const { texts } = decideByKind(before, REDACT_ALL, {
    notNames: knownPlaceNames(),
    isKept: ({ kind, text, severity }) => severity === "warn" && kept.has(digestOf(kind, text)),
  });
  return withTexts(
    document,
    texts.filter(({ text }, at) => text !== before[at]?.text),
  );
}

const REDACT_ALL = Object.fromEntries(
  MARK_KINDS.map((kind): [string, KindDecision] => [kind, { do: "redact" }]),
);
