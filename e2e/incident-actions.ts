import { eq } from "drizzle-orm";
import { addSource } from "../db/commands/add-source";
import { commentOnIncident } from "../db/commands/comment-on-incident";
import { linkIncidents } from "../db/commands/link-incidents";
import { mergeIncidents } from "../db/commands/merge-incidents";
import { reviseIncident } from "../db/commands/revise-incident";
import { submitForReview } from "../db/commands/submit-for-review";
import { publicationDraft } from "../db/publication-draft";
import { getReview } from "../db/queries/get-review";
import { previewAssessment } from "../db/queries/preview-assessment";
import { findIncident } from "../db/read-incident";
import { publish, verify } from "../db/testing-publication";
import { aWrittenSource } from "../db/testing-tables";
import { blankClaim } from "../domain/incident-form";
import { aDocument } from "../domain/testing-documents";
import type { ActionTable, Ground } from "./action-row";
import { author, logCase, TOPIC } from "./protected-cases";

const INCIDENT = "app/incidents/[ref]/actions.ts";
const REVIEW = "app/incidents/[ref]/review-actions.ts";
const SELECTED = "app/incidents/selected/actions.ts";
const PUBLISH = "app/incidents/[ref]/publish/actions.ts";

/** The actions about incidents and sources. */
export const INCIDENT_ACTIONS: ActionTable = {
  [`${INCIDENT} assessAction`]: {
    least: "researcher",
    call: async (ground) => {
      const ref = await newCase(ground);
      const form = { ref, claimId: "count", assessment: "rejected", credibility: "", reason: "" };
      return { page: `/incidents/${ref}`, form };
    },
  },
  [`${INCIDENT} linkAction`]: {
    least: "researcher",
    call: async (ground) => {
      const ref = await newCase(ground);
      const form = { ref, to: ground.cases.draft, type: "related", note: "" };
      return { page: `/incidents/${ref}`, form };
    },
  },
  [`${INCIDENT} unlinkAction`]: {
    least: "researcher",
    call: async (ground) => {
      const { store, cases } = ground;
      const from = await newCase(ground);
      const link = { from, to: cases.draft, type: "related", note: "" } as const;
      await linkIncidents(store, link, author);
      const { incidentLink } = store.t;
      const row = await findIncident(store, store.read, from);
      const [made] = await store.read
        .select({ id: incidentLink.id })
        .from(incidentLink)
        .where(eq(incidentLink.fromId, row!.id));
      return { page: `/incidents/${from}`, form: { linkId: made!.id } };
    },
  },
  [`${INCIDENT} notSameAction`]: {
    least: "researcher",
    call: async (ground) => {
      const ref = await newCase(ground);
      const form = { ref, to: ground.cases.draft, reason: "Another year." };
      return { page: `/incidents/${ref}`, form };
    },
  },
  [`${INCIDENT} retractAction`]: {
    least: "reviewer",
    call: async (ground) => {
      const ref = await newCase(ground);
      const form = { ref, version: "1", reason: "It is not so.", confirmed: "yes" };
      return { page: `/incidents/${ref}/retract`, form };
    },
  },
  [`${INCIDENT} restoreAction`]: {
    least: "researcher",
    call: async (ground) => {
      const ref = await newCase(ground);
      const document = aDocument({ title: `People at the ${TOPIC}, otherwise` });
      await reviseIncident(ground.store, { ref, version: 1, document, reason: "" }, author);
      const form = { ref, version: "2", restored: "1", reason: "As it was.", confirmed: "yes" };
      return { page: `/incidents/${ref}/history`, form };
    },
  },
  [`${SELECTED} linkSelectedAction`]: {
    least: "researcher",
    call: async (ground) => {
      const refs = `${await newCase(ground)} ${await newCase(ground)}`;
      const form = { refs, to: ground.cases.draft, type: "related", note: "" };
      return { page: `/incidents/selected?ref=${refs.replace(" ", "&ref=")}`, form };
    },
  },
  [`${SELECTED} assessSelectedAction`]: {
    least: "researcher",
    call: async (ground) => {
      const ref = await newCase(ground);
      const asked = { source: ground.cases.open.ref, assessment: "rejected", refs: [ref] } as const;
      const shown = (await previewAssessment(ground.store, author, { ...asked, refs: [ref] }))!;
      const { source, assessment } = asked;
      const rest = { incidents: `${ref}:1`, digest: shown.digest, reason: "It is not so." };
      return { page: `/incidents/selected?ref=${ref}`, form: { source, assessment, ...rest } };
    },
  },
  [`${REVIEW} submitAction`]: {
    least: "researcher",
    call: async (ground) => {
      const ref = await newCase(ground);
      return { page: `/incidents/${ref}`, form: { ref, version: "1", reason: "" } };
    },
  },
  [`${REVIEW} verifyAction`]: {
    least: "reviewer",
    call: async (ground) => {
      const ref = await newSubmitted(ground);
      const { edited } = (await getReview(ground.store, author, ref))!;
      const form = { ref, version: "2", reason: "", editedAt: String(edited?.at ?? "") };
      return { page: `/incidents/${ref}`, form };
    },
  },
  [`${REVIEW} sendBackAction`]: {
    least: "reviewer",
    call: async (ground) => {
      const ref = await newSubmitted(ground);
      return { page: `/incidents/${ref}`, form: { ref, version: "2", reason: "A date." } };
    },
  },
  [`${REVIEW} disputeAction`]: {
    least: "reviewer",
    call: async (ground) => {
      const ref = await newSubmitted(ground);
      return { page: `/incidents/${ref}`, form: { ref, version: "2", reason: "Is it so?" } };
    },
  },
  [`${REVIEW} assignAction`]: {
    least: "researcher",
    call: async (ground, { id }) => {
      const ref = await newCase(ground);
      return { page: `/incidents/${ref}`, form: { ref, version: "1", assigneeId: id } };
    },
  },
  [`${REVIEW} commentAction`]: {
    least: "researcher",
    call: async ({ cases: { draft } }) => ({
      page: `/incidents/${draft}`,
      form: { ref: draft, claimId: "count", body: "Where was it?" },
    }),
  },
  [`${REVIEW} resolveAction`]: {
    least: "researcher",
    call: async ({ store, cases: { draft } }) => {
      const comment = { ref: draft, claimId: null, body: "And when?", mentions: [] };
      const { id } = await commentOnIncident(store, comment, author);
      return { page: `/incidents/${draft}`, form: { id } };
    },
  },
  "app/incidents/[ref]/add-source/actions.ts addClaims": {
    least: "researcher",
    call: async (ground) => {
      const ref = await newCase(ground);
      const said = { ...blankClaim("n1", "statement", "s1"), statement: "They were seen." };
      const form = {
        "sources[0].key": "s1",
        "sources[0].mode": "known",
        "sources[0].ref": ground.cases.open.ref,
        ...Object.fromEntries(
          Object.entries(said).map(([field, value]) => [`claims[0].${field}`, value]),
        ),
      };
      return { page: `/incidents/${ref}/add-source`, bound: [ref], form };
    },
  },
  "app/incidents/[ref]/edit/actions.ts reviseCase": {
    least: "researcher",
    call: async (ground) => {
      const ref = await newCase(ground);
      const form = { version: "1", title: `People at the ${TOPIC}, edited` };
      return { page: `/incidents/${ref}/edit`, bound: [ref], form };
    },
  },
  [`${PUBLISH} publishAction`]: {
    least: "reviewer",
    call: async (ground) => {
      const ref = await newSubmitted(ground);
      const { store } = ground;
      await verify(store, ref);
      const row = await findIncident(store, store.read, ref);
      const { digest } = (await publicationDraft(store, store.read, row!))!;
      return { page: `/incidents/${ref}/publish`, form: { ref, digest } };
    },
  },
  [`${PUBLISH} unpublishAction`]: {
    least: "reviewer",
    call: async (ground) => {
      const ref = await newSubmitted(ground);
      await verify(ground.store, ref);
      await publish(ground.store, ref);
      return { page: `/incidents/${ref}/publish`, form: { ref, reason: "To be looked at." } };
    },
  },
  "app/incidents/new/actions.ts logCase": {
    least: "researcher",
    call: async () => ({ page: "/incidents/new", form: { title: `People at the ${TOPIC}, new` } }),
  },
  "app/incidents/new/actions.ts similarCases": {
    least: "researcher",
    leavesNoTrace: true,
    call: async () => ({ page: "/incidents/new", form: { title: `People at the ${TOPIC}, new` } }),
  },
  "app/incidents/[ref]/merge/actions.ts mergeAction": {
    least: "reviewer",
    call: async (ground) => {
      const [ref, other] = [await newCase(ground), await newCase(ground)];
      const form = { ref, version: "1", with: other, withVersion: "1", choice: "" };
      return {
        page: `/incidents/${ref}/merge`,
        form: { ...form, reason: "One case.", confirmed: "yes" },
      };
    },
  },
  "app/incidents/[ref]/merge/actions.ts unmergeAction": {
    least: "reviewer",
    call: async (ground) => {
      const [ref, other] = [await newCase(ground), await newCase(ground)];
      await mergeIncidents(
        ground.store,
        {
          kept: { ref, version: 1 },
          gone: { ref: other, version: 1 },
          choice: { groups: {}, events: {} },
          reason: "One case.",
        },
        { id: "e2e-merger", role: "reviewer" },
      );
      return { page: `/incidents/${ref}/merge`, form: { ref: other, reason: "Two cases." } };
    },
  },
  "app/sources/[ref]/edit/actions.ts changeSource": {
    least: "researcher",
    call: async ({ store }) => {
      const source = aWrittenSource({ publisher: `The ${TOPIC} papers`, access: "restricted" });
      const { ref } = await addSource(store, { source }, author);
      const form = { ...sourceForm("public"), version: "1" };
      return { page: `/sources/${ref}/edit`, bound: [ref], form };
    },
  },
  "app/sources/new/actions.ts createSource": {
    least: "researcher",
    call: async () => ({ page: "/sources/new", form: sourceForm("restricted") }),
  },
};

const sourceForm = (access: string) => ({
  kind: "news",
  publisher: `The ${TOPIC} weekly`,
  reliability: "B",
  access,
});

function newCase({ store, cases }: Ground): Promise<string> {
  return logCase(store, cases.open.id, "for one call");
}

async function newSubmitted(ground: Ground): Promise<string> {
  const ref = await newCase(ground);
  await submitForReview(ground.store, { ref, version: 1, reason: "" }, author);
  return ref;
}
