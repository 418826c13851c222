import { compareText } from "./compare-text";
import type { IncidentRow } from "./incident-row";
import type { IncidentView } from "./incident-view";

/** The case summary of one incident, as a list or an export of many would have it; citations by date, undated last. */
export function toIncidentRow(view: IncidentView): IncidentRow {
  const { ref, reviewStatus, publication, createdAt, updatedAt, document } = view;
  const { groups: _groups, events: _events, ...headline } = view.headline;
  const standing = new Set(
    document.claims
      .filter(({ assessment }) => assessment !== "rejected")
      .map(({ sourceId }) => sourceId),
  );
  return {
    ref,
    title: document.title,
    summary: document.summary,
    reviewStatus,
    publication,
    createdAt,
    updatedAt,
    headline,
    placeNames: Object.fromEntries(
      Object.values(view.locations).map(({ id, nameEn }) => [id, nameEn]),
    ),
    citations: view.sources
      .filter(({ id }) => standing.has(id))
      .map(({ ref, publisher, title, published, url }) => ({
        ref,
        publisher,
        title,
        date: published,
        url,
      }))
      .sort((a, b) => compareText(dayOf(a.date), dayOf(b.date)) || compareText(a.ref, b.ref)),
  };
}

function dayOf(date: { earliest: string | null; latest: string | null } | null): string {
  return date?.earliest ?? date?.latest ?? "9999-99-99";
}
