import "server-only";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { openStore } from "../../db/client";
import { publishPending } from "../../db/commands/publish-pending";
import { keepBlocks } from "../../db/keep-blocks";
import type { Profile } from "../../db/profile";
import { publicUrlOf } from "../../db/public-store";
import type { Store } from "../../db/store";
import { warmIndex } from "../../db/warm-index";

// On globalThis: development reloads this module, and every copy would open the files again.
const kept = globalThis as typeof globalThis & {
  ledgerStores?: Map<Profile | "publisher", Promise<Store>>;
};

/** True where this process serves nothing but a public store, as a site without accounts. */
export function isPublicSite(): boolean {
  return process.env.LEDGER_MODE === "public";
}

/** The one open ledger of this process, which researchers read and everybody writes. The start command migrates it before it serves. */
export async function getStore(): Promise<Store> {
  // The build draws pages too, and must open nothing.
  await connection();
  // A public site has no internal store, and nothing that works with one is there.
  if (isPublicSite()) notFound();
  return keptStoreFor("internal");
}

/** The store that readers of a profile read. */
export async function getStoreFor(profile: Profile): Promise<Store> {
  await connection();
  return profile === "internal" ? getStore() : keptStoreFor(profile);
}

/**
 * Makes the stores ready before anybody asks, the visitors' first. A viewers' store is left for the first of them: many
 * a ledger has none. Where it fails, whoever asks next finds out why.
 */
export async function warmStores(): Promise<void> {
  const profiles: Profile[] = isPublicSite() ? ["public"] : ["public", "internal"];
  for (const profile of profiles)
    try {
      await warmIndex(await keptStoreFor(profile));
    } catch (error) {
      console.error(`The ${profile} store could not be made ready before it is asked:`, error);
    }
  if (!isPublicSite()) for (const open of [getPublisher, getInternal]) void keepWhole(open);
}

/** Has the next start be quick, beside the answers of this one. */
async function keepWhole(open: () => Promise<Store>): Promise<void> {
  const onError = (error: unknown) =>
    console.error("What the next start would be built from could not be written:", error);
  try {
    await keepBlocks(await open(), { onError });
  } catch (error) {
    onError(error);
  }
}

/** Brings the public store in line with what was decided; to be called after every command that may decide so. */
export async function publishNow(): Promise<void> {
  const internal = await getStore();
  await publishPending({ internal, public: await getPublisher() });
}

function getPublisher(): Promise<Store> {
  return keptStore("publisher", () => openStore(publicUrlOf(databaseUrl()), { profile: "public" }));
}

function getInternal(): Promise<Store> {
  return keptStoreFor("internal");
}

function databaseUrl(): string {
  return process.env.DATABASE_URL || "file:./data/ledger.db";
}

function keptStoreFor(profile: Profile): Promise<Store> {
  if (profile === "internal") return keptStore(profile, () => openStore(databaseUrl()));
  const url = profile === "public" && !isPublicSite() ? publicUrlOf(databaseUrl()) : databaseUrl();
  return keptStore(profile, () => openStore(url, { profile, readOnly: true }));
}

function keptStore(name: Profile | "publisher", open: () => Promise<Store>): Promise<Store> {
  kept.ledgerStores ??= new Map();
  const stores = kept.ledgerStores;
  const found = stores.get(name);
  if (found) return found;
  const opened = open().catch((error) => {
    stores.delete(name);
    throw error;
  });
  stores.set(name, opened);
  return opened;
}
