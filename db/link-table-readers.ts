import { or } from "drizzle-orm";
import { compareText } from "../domain/compare-text";
import { linkCells, notSameCells } from "../domain/tables/links-tables";
import type { Cells } from "../domain/tables/table-column";
import type { NamedIncident } from "./incident-table-readers";
import { isOneOf } from "./is-one-of";
import type { Db, Store } from "./store";

/** Which of some incidents are given out, and their references, by id. */
type GivenOut = (ids: Iterable<string>) => Promise<ReadonlyMap<string, string>>;

/** The links that begin at these incidents and lead to one that is given out too. */
export async function readLinkRows(
  store: Store,
  db: Db,
  incidents: readonly NamedIncident[],
  givenOut: GivenOut,
): Promise<Cells[]> {
  const { incidentLink: link } = store.t;
  const rows = await db
    .select({ fromId: link.fromId, toId: link.toId, type: link.type, note: link.note })
    .from(link)
    .where(
      isOneOf(
        store,
        link.fromId,
        incidents.map(({ id }) => id),
      ),
    );
  const refs = await givenOut(rows.map(({ toId }) => toId));
  return incidents.flatMap(({ id, ref: from }) =>
    rows
      .flatMap(({ fromId, toId, type, note }) => {
        const to = refs.get(toId);
        return fromId === id && to !== undefined ? [{ from, to, type, note }] : [];
      })
      .sort((a, b) => compareText(a.to, b.to) || compareText(a.type, b.type))
      .map(linkCells),
  );
}

/** The decisions on these incidents and others that are given out, each at the incident of the smaller reference. */
export async function readNotSameRows(
  store: Store,
  db: Db,
  incidents: readonly NamedIncident[],
  givenOut: GivenOut,
): Promise<Cells[]> {
  const { notSameDecision: decision } = store.t;
  const ids = incidents.map(({ id }) => id);
  const rows = await db
    .select({ one: decision.firstId, other: decision.secondId, reason: decision.reason })
    .from(decision)
    .where(or(isOneOf(store, decision.firstId, ids), isOneOf(store, decision.secondId, ids)));
  const refs = await givenOut(rows.flatMap(({ one, other }) => [one, other]));
  return incidents.flatMap(({ id, ref: first }) =>
    rows
      .flatMap(({ one, other, reason }) => {
        const there = one === id ? other : other === id ? one : null;
        const second = there === null ? undefined : refs.get(there);
        return second !== undefined && first < second ? [{ first, second, reason }] : [];
      })
      .sort((a, b) => compareText(a.second, b.second))
      .map(notSameCells),
  );
}
