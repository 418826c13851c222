import { join } from "node:path";
import { openStore } from "../db/client";
import { addSource } from "../db/commands/add-source";
import { changeAccount } from "../db/commands/change-account";
import { changeSetting } from "../db/commands/change-setting";
import { commentOnIncident } from "../db/commands/comment-on-incident";
import { invite } from "../db/commands/invite";
import { logIncident } from "../db/commands/log-incident";
import { makeFeed } from "../db/commands/make-feed";
import { publishPending } from "../db/commands/publish-pending";
import { retractIncident } from "../db/commands/retract-incident";
import { reviseIncident } from "../db/commands/revise-incident";
import { saveView } from "../db/commands/save-view";
import { submitForReview } from "../db/commands/submit-for-review";
import { publicUrlOf } from "../db/public-store";
import { getReview } from "../db/queries/get-review";
import { listAccounts } from "../db/queries/list-accounts";
import { readSampleRefs, writeSampleRefs } from "../db/sample-cases";
import type { Store } from "../db/store";
import { publish, verify } from "../db/testing-publication";
import { aWrittenSource } from "../db/testing-tables";
import type { Actor, ActorRole } from "../domain/actor";
import { aClaim, aDocument, aGroup, exactly } from "../domain/testing-documents";

/** Who writes what the callers find; none of them. */
export const author = { id: "e2e", role: "admin" } as const;

/** In the title or publisher of everything made here, so that the lists can be asked for it. */
export const TOPIC = "heronry";

/** Words that stand in these cases and nowhere else, with the least role that may read each. */
export const WORDS = {
  /** The title of a draft. */
  quernstone: "researcher",
  /** Its comment. */
  wherry: "researcher",
  /** The reason given for a step of it. */
  besom: "researcher",
  /** The title of what was verified and never published. */
  sandglass: "viewer",
  /** The title of what was published, as it is after an edit. */
  gantry: "researcher",
  /** The title of a restricted source. */
  inkhorn: "researcher",
  /** A quote from it. */
  lodestone: "researcher",
  /** The e-mail address of somebody invited. */
  tinderbox: "admin",
} as const satisfies Record<string, ActorRole>;

export type Cases = Awaited<ReturnType<typeof makeCases>>;

const databaseUrl = () => `file:${join(process.env.LEDGER_E2E_FOLDER!, "ledger.db")}`;

export function openLedger(): Promise<Store> {
  return openStore(databaseUrl());
}

/** One incident of each kind of secrecy, the sources they cite, an invitation, and the feed of what everybody may read. */
export async function makeCases(store: Store, researcher: Actor, admin: Actor) {
  samples = (await readSampleRefs(store, store.read)) ?? [];
  const open = await addSource(
    store,
    { source: aWrittenSource({ publisher: `The ${TOPIC} gazette`, reliability: "B" }) },
    author,
  );
  const restricted = await addSource(
    store,
    {
      source: aWrittenSource({
        publisher: `The ${TOPIC} letters`,
        title: "Letters with an inkhorn",
        reliability: "B",
        access: "restricted",
      }),
    },
    author,
  );
  const published = await logCase(store, open.id, "as everybody reads it");
  const edited = await logCase(store, open.id, "before an edit");
  for (const ref of [published, edited]) {
    await verify(store, ref);
    await publish(store, ref);
  }
  const before = (await getReview(store, author, edited))!;
  const document = aDocument({ title: `People at the ${TOPIC} under a gantry` });
  await reviseIncident(
    store,
    { ref: edited, version: before.version, document, reason: "" },
    author,
  );
  const verified = await logCase(store, restricted.id, "with a sandglass", "by the lodestone");
  await verify(store, verified);

  const draft = await logCase(store, open.id, "with a quernstone", "", researcher);
  const body = "Who saw the wherry?";
  await commentOnIncident(store, { ref: draft, claimId: null, body, mentions: [] }, researcher);
  await submitForReview(
    store,
    { ref: draft, version: 1, reason: "Because of a besom" },
    researcher,
  );
  const email = `tinderbox-${Date.now()}@example.org`;
  const { token } = await invite(store, { email, role: "viewer" }, admin);
  const view = { name: `Everybody reads it ${Date.now()}`, query: "q=%22as+everybody+reads+it%22" };
  const { id } = await saveView(store, view, researcher);
  const { token: feed } = await makeFeed(store, { id }, researcher);
  await letThePublicFollow(store);
  return { published, edited, verified, draft, open, restricted, token, feed };
}

/** A draft about seven people, as one source has it. Returns its reference. */
export async function logCase(
  store: Store,
  sourceId: string,
  what: string,
  quote = "",
  actor: Actor = author,
): Promise<string> {
  const document = aDocument({
    title: `People at the ${TOPIC} ${what}`,
    groups: [aGroup("people", { label: `people at the ${TOPIC}` })],
    claims: [
      aClaim("count", sourceId, {
        field: "count",
        groupId: "people",
        count: exactly(7),
        quote,
      }),
    ],
  });
  return (await logIncident(store, { document }, actor)).ref;
}

async function letThePublicFollow(internal: Store): Promise<void> {
  const shown = await openStore(publicUrlOf(databaseUrl()), { profile: "public" });
  await publishPending({ internal, public: shown }).finally(() => shown.close());
}

let samples: string[] = [];

/** Leaves to the specs that follow neither these cases in lists and queues nor these accounts among colleagues. */
export async function tidyUp(store: Store): Promise<void> {
  const reason = "Over.";
  await changeSetting(store, { name: "one_person_review", value: false, reason }, author);
  await store.tx((db) => writeSampleRefs(store, db, samples));
  const { incident } = store.t;
  for (const row of await store.read.select().from(incident)) {
    const { ref, title, version, reviewStatus, mergedIntoId } = row;
    if (title.includes(TOPIC) && reviewStatus !== "retracted" && mergedIntoId === null)
      await retractIncident(store, { ref, version, reason }, author);
  }
  const { accounts } = await listAccounts(store, author);
  for (const { id, name, closed } of accounts)
    if (name.startsWith("Caller ") && !closed)
      await changeAccount(store, { id, reason, do: "close_account" }, author);
  await letThePublicFollow(store);
}
