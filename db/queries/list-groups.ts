import { aliasedTable, and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { statusRank } from "../../domain/custody";
import type { GroupRow } from "../../domain/group-row";
import type { GroupFilter, GroupRequest, GroupSortKey } from "../../domain/group-table";
import { searchWords } from "../../domain/search-text";
import { asksForNothing } from "../../domain/table-params";
import { AGE_BANDS, ROLES, SEXES, type Status } from "../../domain/vocabulary";
import { authoriseReading } from "../authorise-reading";
import { isCounted } from "../counted-incidents";
import type { Store } from "../store";
import { type OrderBy, rankOf, tableOrder } from "../table-order";

/**
 * One page of the groups of the counted incidents, and how many the filter finds.
 * Sorted by people: by the best figure, else the smallest, else the largest; families count as unknown. Roles, age bands, sexes and
 * statuses sort in the order of their lists.
 */
export async function listGroups(
  store: Store,
  actor: Actor,
  request: GroupRequest,
): Promise<{ rows: GroupRow[]; total: number }> {
  authoriseReading(store, actor, "incident.read");
  if (asksForNothing(request)) return { rows: [], total: 0 };
  const { incident, location, peopleGroup } = store.t;
  const { sort, page } = request;
  const whole = aliasedTable(peopleGroup, "whole");
  const where = groupWhere(store, request.filter);
  const order: Record<GroupSortKey, OrderBy> = {
    incident: { value: incident.ref, text: true },
    title: { value: incident.sortTitle, text: true },
    role: { value: rankOf(peopleGroup.role, ROLES) },
    nationality: { value: location.sortName, text: true },
    people: {
      value: sql`case when ${peopleGroup.unit} = 'person' then coalesce(${peopleGroup.currentBest}, ${peopleGroup.currentLow}, ${peopleGroup.currentHigh}) end`,
    },
    part: { value: whole.label, text: true },
    age: { value: rankOf(peopleGroup.ageBand, AGE_BANDS) },
    sex: { value: rankOf(peopleGroup.sex, SEXES) },
    circumstances: { value: sql`nullif(${peopleGroup.circumstances}, '[]')`, text: true },
    status: {
      value: sql`nullif(${peopleGroup.statusRank}, ${sql.raw(`${statusRank("unknown")}`)})`,
    },
  };
  return store.snapshot(async (db) => {
    const [counted] = await db
      .select({ total: sql<number>`count(*)`.mapWith(Number) })
      .from(peopleGroup)
      .innerJoin(incident, eq(incident.id, peopleGroup.incidentId))
      .where(where);
    const rows = await db
      .select({
        group: peopleGroup,
        whole,
        nationality: { id: location.id, name: location.nameEn },
        ref: incident.ref,
        title: incident.title,
        reviewStatus: incident.reviewStatus,
        headline: incident.headline,
      })
      .from(peopleGroup)
      .innerJoin(incident, eq(incident.id, peopleGroup.incidentId))
      .leftJoin(
        whole,
        and(eq(whole.incidentId, peopleGroup.incidentId), eq(whole.id, peopleGroup.partOfId)),
      )
      .leftJoin(location, eq(location.id, peopleGroup.nationality))
      .where(where)
      .orderBy(
        ...tableOrder(
          store,
          [
            order[sort.key],
            { value: incident.sortTitle, text: true },
            { value: peopleGroup.position },
            { value: peopleGroup.incidentId, text: true },
            { value: peopleGroup.id, text: true },
          ],
          sort.descending,
        ),
      )
      .limit(page.size)
      .offset((page.page - 1) * page.size);
    return { rows: rows.map(toRow), total: counted?.total ?? 0 };
  });
}

type Group = Store["t"]["peopleGroup"]["$inferSelect"];
type Incident = Store["t"]["incident"]["$inferSelect"];
type Found = Pick<Incident, "ref" | "title" | "reviewStatus" | "headline"> & {
  group: Group;
  whole: Group | null;
  nationality: GroupRow["nationality"];
};

function toRow({ group, whole, nationality, headline, ...incident }: Found): GroupRow {
  return {
    id: group.id,
    incident,
    label: group.label,
    role: group.role,
    nationality,
    unit: group.unit,
    count: currentCount(group),
    partOf: whole && {
      label: whole.label,
      role: whole.role,
      unit: whole.unit,
      count: currentCount(whole),
    },
    ageBand: group.ageBand,
    sex: group.sex,
    circumstances: group.circumstances,
    statuses: headline.groups[group.id]?.statuses.map(({ status }) => status) ?? [],
  };
}

function currentCount({ currentLow, currentBest, currentHigh }: Group) {
  return { low: currentLow, best: currentBest, high: currentHigh };
}

function groupWhere(store: Store, { q, role, nationality, status }: GroupFilter) {
  const { incident, peopleGroup } = store.t;
  return and(
    isCounted(store),
    q === null ? undefined : store.containsAll(incident.searchText, searchWords(q)),
    role.length > 0 ? inArray(peopleGroup.role, role) : undefined,
    nationality.length > 0 ? inArray(peopleGroup.nationality, nationality) : undefined,
    status.length > 0
      ? or(inArray(peopleGroup.statusRank, status.map(statusRank)), someHave(store, status))
      : undefined,
  );
}

/** The row keeps only the most severe status; where some of a group fared otherwise, the headline says so. */
function someHave(store: Store, statuses: Status[]): SQL {
  const { incident, peopleGroup } = store.t;
  const asked = sql.join(
    statuses.map((status) => sql`${status}`),
    sql`, `,
  );
  return store.dialect === "sqlite"
    ? sql`exists (select 1 from json_each(${incident.headline}, '$.groups') as g, json_each(g.value, '$.statuses') as s
        where g.key = ${peopleGroup.id} and json_extract(s.value, '$.status') in (${asked}))`
    : sql`exists (select 1 from jsonb_array_elements(${incident.headline}::jsonb -> 'groups' -> ${peopleGroup.id} -> 'statuses') as s
        where s ->> 'status' in (${asked}))`;
}
