import type { Actor } from "../domain/actor";
import { type Clock, systemClock } from "./clock";
import { publishIncident } from "./commands/publish-incident";
import { submitForReview } from "./commands/submit-for-review";
import { verifyIncident } from "./commands/verify-incident";
import { publicationDraft } from "./publication-draft";
import { getReview } from "./queries/get-review";
import { findIncident } from "./read-incident";
import type { Store } from "./store";

const reviewer: Actor = { id: "reviewer", role: "reviewer" };

/** Takes a draft, or what was edited since, through its review; who wrote it must be somebody else than `reviewer`. */
export async function verify(store: Store, ref: string, clock: Clock = systemClock): Promise<void> {
  const status = async () => (await getReview(store, reviewer, ref))!;
  const { reviewStatus, version } = await status();
  if (reviewStatus === "draft")
    await submitForReview(store, { ref, version, reason: "" }, reviewer, clock);
  const now = await status();
  await verifyIncident(
    store,
    { ref, version: now.version, editedAt: now.edited?.at ?? null, reason: "" },
    reviewer,
    clock,
  );
}

/** Decides that it is public as it was verified last; `takeEarlierOff`: and no more as it was before. */
export async function publish(
  store: Store,
  ref: string,
  clock: Clock = systemClock,
  { takeEarlierOff = false } = {},
): Promise<void> {
  const row = await findIncident(store, store.read, ref);
  const draft = await publicationDraft(store, store.read, row!);
  await publishIncident(
    store,
    { ref, digest: draft?.digest ?? "", takeEarlierOff },
    reviewer,
    clock,
  );
}
