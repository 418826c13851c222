import { and, isNull, ne, type SQL } from "drizzle-orm";
import type { Store } from "./store";

/** The incidents that lists and numbers are about, unless others are asked for: neither merged nor retracted. */
export function isCounted(store: Store): SQL {
  const { incident } = store.t;
  return and(isNull(incident.mergedIntoId), ne(incident.reviewStatus, "retracted"))!;
}
