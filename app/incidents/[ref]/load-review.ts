import "server-only";
import { notFound } from "next/navigation";
import { getReview } from "../../../db/queries/get-review";
import { listColleagues } from "../../../db/queries/list-colleagues";
import type { Store } from "../../../db/store";
import { type Actor, may } from "../../../domain/actor";
import type { Person, ReviewView } from "../../../domain/review-view";

/** The review of an incident that is there, and who can be asked to work on it. */
export async function loadReview(
  store: Store,
  actor: Actor,
  ref: string,
): Promise<{ review: ReviewView; people: Person[] }> {
  const review = await getReview(store, actor, ref);
  if (review === null) notFound();
  const people = may(actor, "incident.assign") ? await listColleagues(store, actor) : [];
  return { review, people };
}

/** The reader, by the name of their account where they have one, and then the others. */
export function withOneselfFirst(people: readonly Person[], { id }: Actor): Person[] {
  const me = people.find((one) => one.id === id) ?? { id, name: id };
  return [me, ...people.filter((one) => one.id !== id)];
}
