import type { Access } from "../domain/access";
import type { Clock } from "./clock";
import { forgetOldAddresses } from "./forget-old-addresses";
import { newId } from "./new-id";
import type { Db, Store } from "./store";

const MAX_DETAIL = 4_000;
const MAX_ADDRESS = 100;

/** Writes one access. A longer detail is cut at 4000 characters; addresses older than 30 days are emptied with it. */
export async function insertAccess(
  store: Store,
  db: Db,
  access: Omit<Access, "at">,
  clock: Clock,
): Promise<void> {
  const at = clock.now();
  const { detail, address } = access;
  await forgetOldAddresses(store, db, at);
  await db.insert(store.t.accessEntry).values({
    ...access,
    id: newId(clock),
    at,
    detail: storable(detail, MAX_DETAIL),
    address: address === null ? null : storable(address, MAX_ADDRESS),
  });
}

function storable(text: string, max: number): string {
  const cut = text.length > max ? `${text.slice(0, max - 1)}…` : text;
  return cut.toWellFormed().replaceAll("\0", "\uFFFD");
}
