import { type Actor, authorise } from "../../domain/actor";
import { readSampleRefs } from "../sample-cases";
import type { Store } from "../store";

/** How many sample cases there are; 0 too once they were removed. */
export async function countSampleCases(store: Store, actor: Actor): Promise<number> {
  authorise(actor, "samples.remove");
  return (await readSampleRefs(store, store.read))?.length ?? 0;
}
