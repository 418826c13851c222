import fc from "fast-check";
import { systemClock } from "../db/clock";
import { assignIncident } from "../db/commands/assign-incident";
import { attachClaims, type NewClaim } from "../db/commands/attach-claims";
import { changeSetting } from "../db/commands/change-setting";
import { commentOnIncident } from "../db/commands/comment-on-incident";
import { decideNotSame } from "../db/commands/decide-not-same";
import { disputeIncident } from "../db/commands/dispute-incident";
import { invite } from "../db/commands/invite";
import { linkIncidents } from "../db/commands/link-incidents";
import { logIncident } from "../db/commands/log-incident";
import { publishAnew, type Stores } from "../db/commands/publish-pending";
import { recordAccess } from "../db/commands/record-access";
import { retractIncident } from "../db/commands/retract-incident";
import { reviseSource } from "../db/commands/revise-source";
import { newId } from "../db/new-id";
import { getIncident } from "../db/queries/get-incident";
import { getSourceToEdit } from "../db/queries/get-source-to-edit";
import { verify } from "../db/testing-publication";
import type { IncidentDocument } from "../domain/incident";
import type { Source } from "../domain/source";
import { exactly } from "../domain/testing-documents";
import { admin, type Built, edit, reviewer, writer } from "./build-world";
import {
  CLOSED,
  documentArb,
  FATES,
  OPEN,
  type SourceKey,
  type Words,
  wordsArb,
} from "./random-world";
import { addAccount } from "./sign-in";

/** What can be changed of which no visitor may know. */
export const KINDS = [
  ...(["source", "opened", "stored_text", "claims", "counts", "rewritten", "verified"] as const),
  ...(["draft", "edited_draft", "retracted", "comment", "link", "not_same", "kept"] as const),
  ...(["assigned", "disputed", "account", "invitation", "setting", "access", "rebuilt"] as const),
];
export type Kind = (typeof KINDS)[number];
export type Change = { kind: Kind; at: number; words: Words; document: IncidentDocument };

export const changeArb = (kind: Kind): fc.Arbitrary<Change> =>
  fc.record({ kind: fc.constant(kind), at: fc.nat(100), words: wordsArb, document: documentArb });

/** Changes of every kind, in any order. */
export const changesArb: fc.Arbitrary<Change[]> = fc
  .shuffledSubarray(KINDS, { minLength: KINDS.length })
  .chain((kinds) => fc.tuple(...kinds.map(changeArb)));

/** Makes a change by the program's own command. */
export async function change(stores: Stores, built: Built, change: Change): Promise<void> {
  const { internal } = stores;
  const { kind, at, words } = change;
  // Any but the retracted one, the last, which nothing can be done to.
  const incident = { ref: built.refs[at % (built.refs.length - 1)]! };
  const hidden = { ref: built.refs[FATES.indexOf("draft")]! };
  const other = built.refs[(at + 1) % built.refs.length]!;
  const closed = built.sources[CLOSED[at % CLOSED.length]!];
  const view = async (of: string) => (await getIncident(internal, writer, of))!;
  const document = withSources(change.document, built);
  const steps: Record<Kind, () => Promise<unknown>> = {
    source: () => reword(stores, closed.ref, { ...spoken(words), quotable: at % 2 === 0 }),
    opened: () => reword(stores, built.sources.letter.ref, { access: "public" }),
    // What is kept of an open source to read again is not public either.
    stored_text: () =>
      reword(stores, built.sources[OPEN[at % OPEN.length]!].ref, { storedText: words.text }),
    claims: () =>
      attachClaims(
        internal,
        { ...incident, claims: closedClaims(document, built), reason: "" },
        writer,
      ),
    counts: async () => {
      const { groups } = (await view(incident.ref)).document;
      const typed = groups.map((group) => ({ ...group, count: exactly(at), partOf: null }));
      await edit(stores, incident.ref, { groups: typed, events: [], claims: [] });
    },
    rewritten: () => edit(stores, incident.ref, document),
    verified: async () => {
      await edit(stores, incident.ref, { title: `Seen again ${at}` });
      await verify(internal, incident.ref);
    },
    draft: () => logIncident(internal, { document }, writer),
    edited_draft: () => edit(stores, hidden.ref, document),
    retracted: async () => {
      const { ref } = await logIncident(internal, { document }, writer);
      await retractIncident(internal, { ref, version: 1, reason: "Not true." }, reviewer);
    },
    comment: () =>
      commentOnIncident(
        internal,
        { ...incident, claimId: null, body: words.text || "So?", mentions: [] },
        writer,
      ),
    link: () =>
      linkIncidents(
        internal,
        { from: incident.ref, to: other, type: "related", note: words.text },
        writer,
      ),
    not_same: () =>
      decideNotSame(internal, { from: incident.ref, to: other, reason: "Other days." }, writer),
    kept: () =>
      commentOnIncident(
        internal,
        {
          ...incident,
          claimId: null,
          body: "Ask Jane Doe.",
          mentions: [],
          keep: [{ kind: "name", words: "Jane Doe", reason: "A placeholder." }],
        },
        writer,
      ),
    assigned: async () => {
      const { version } = await view(incident.ref);
      await assignIncident(internal, { ...incident, version, assigneeId: writer.id }, writer);
    },
    disputed: async () => {
      const { version } = await view(incident.ref);
      await disputeIncident(internal, { ...incident, version, reason: "Who says so?" }, reviewer);
    },
    account: () => addAccount(internal, admin.id, "viewer", `reader ${newId(systemClock)}`),
    invitation: () =>
      invite(internal, { email: `${newId(systemClock)}@example.org`, role: "viewer" }, admin),
    setting: () =>
      changeSetting(
        internal,
        { name: "one_person_review", value: at % 2 === 0, reason: "" },
        admin,
      ),
    access: () =>
      recordAccess(
        internal,
        { action: "read", entity: "source", entityId: closed.ref, detail: words.text },
        writer,
      ),
    rebuilt: () => publishAnew(stores, admin),
  };
  await steps[kind]();
}

async function reword({ internal }: Stores, ref: string, rest: Partial<Source>): Promise<void> {
  const { source, version } = (await getSourceToEdit(internal, writer, ref))!;
  const input = { ref, version, source: { ...source, ...rest }, reason: "" };
  await reviseSource(internal, input, writer);
}

function spoken({ publisher, title, text, reliability }: Words): Partial<Source> {
  return { publisher, title, reliability, storedText: text };
}

function withSources(document: IncidentDocument, { sources }: Built): IncidentDocument {
  const claims = document.claims.map((claim) => ({
    ...claim,
    sourceId: sources[claim.sourceId as SourceKey].id,
  }));
  return { ...document, claims };
}

/** The claims of closed sources, on a group and an event that every document here has. */
function closedClaims(document: IncidentDocument, { sources }: Built): NewClaim[] {
  const closed = new Set(CLOSED.map((key) => sources[key].id));
  return document.claims
    .filter(({ sourceId }) => closed.has(sourceId))
    .map(({ id: _id, ...claim }) => ({
      ...claim,
      groupId: claim.groupId && "g0",
      eventId: claim.eventId && "e0",
    }));
}
