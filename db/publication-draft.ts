import { and, asc, desc, eq, or } from "drizzle-orm";
import type { Disclosure } from "../domain/disclosure";
import type { LinkType } from "../domain/vocabulary";
import { sha256 } from "./append-revision";
import { discloseVersion } from "./public-content";
import type { IncidentRow } from "./read-incident";
import type { Db, Store } from "./store";

/** What publishing an incident now would publish. */
export type PublicationDraft = {
  /** The verified version it is of. */
  number: number;
  disclosure: Disclosure & { closed: string[] };
  /** All its links; each is shown while its other end is public too. */
  links: DraftLink[];
  /** Of everything the public would get. */
  digest: string;
};
export type DraftLink = { id: string; fromId: string; toId: string; type: LinkType };

/** Null where the incident was never verified. */
export async function publicationDraft(
  store: Store,
  db: Db,
  { id }: Pick<IncidentRow, "id">,
): Promise<PublicationDraft | null> {
  const { incidentLink, verifiedVersion } = store.t;
  const [version] = await db
    .select()
    .from(verifiedVersion)
    .where(eq(verifiedVersion.incidentId, id))
    .orderBy(desc(verifiedVersion.number))
    .limit(1);
  if (!version) return null;
  const { document, sources, number } = version;
  const disclosure = await discloseVersion(store, db, { document, sources });
  if (disclosure === null) return null;
  const links = await db
    .select({
      id: incidentLink.id,
      fromId: incidentLink.fromId,
      toId: incidentLink.toId,
      type: incidentLink.type,
    })
    .from(incidentLink)
    .where(and(or(eq(incidentLink.fromId, id), eq(incidentLink.toId, id))))
    .orderBy(asc(incidentLink.id));
  const { withheld: _withheld, closed: _closed, sources: shown, ...rest } = disclosure;
  const digest = sha256(JSON.stringify([number, rest, [...shown], links]));
  return { number, disclosure, links, digest };
}
