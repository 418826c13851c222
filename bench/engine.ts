import type { Bench } from "./measure";

/** How many rows a page has. */
export const SIZE = 50 as const;

/** Which incidents count, in plain SQL. */
export const COUNTED = "i.merged_into_id is null and i.review_status <> 'retracted'";

const FACETS = [
  "select review_status, count(*) from incident i where WHERE group by 1",
  "select corroboration, count(*) from incident i where WHERE group by 1",
  "select s.status, count(*) from incident i join incident_status s on s.incident_id = i.id where WHERE group by 1",
  "select p.province_id, count(distinct i.id) from incident i join event_place p on p.incident_id = i.id and p.current = 1 where WHERE group by 1",
  "select e.type, count(distinct i.id) from incident i join event e on e.incident_id = i.id where WHERE group by 1",
  "select g.nationality, count(distinct i.id) from incident i join people_group g on g.incident_id = i.id where WHERE group by 1",
];

export function engineFacets(where: string) {
  return (bench: Bench) => {
    engineList(where)(bench);
    for (const facet of FACETS) bench.raw.prepare(facet.replace("WHERE", where)).all();
  };
}

const ORDER = "order by i.sort_date desc nulls last, i.id desc";

export function engineList(where: string, page = 0) {
  return ({ raw, incidents }: Bench) => {
    raw
      .prepare(
        `select count(*), sum(persons_low), sum(persons_best) from incident i where ${where}`,
      )
      .get();
    const offset = Math.floor((page * incidents) / SIZE) * SIZE;
    raw
      .prepare(`select * from incident i where ${where} ${ORDER} limit ${SIZE} offset ${offset}`)
      .all();
  };
}

export function engineMonths(where: string) {
  return ({ raw }: Bench) => {
    raw
      .prepare(
        `select substr(coalesce(i.date_earliest, i.date_latest), 1, 7), i.status, count(*), sum(i.persons_low) from incident i where ${where} group by 1, 2`,
      )
      .all();
  };
}

export function engineMap(where: string) {
  return ({ raw }: Bench) => {
    raw
      .prepare(
        `select province_id, count(*), sum(low), sum(best), sum(high) from (select distinct i.id, p.province_id, i.persons_low low, i.persons_best best, i.persons_high high from incident i join event_place p on p.incident_id = i.id and p.current = 1 where ${where}) group by 1`,
      )
      .all();
  };
}

export function engineSearch(...words: string[]) {
  return engineList(
    [COUNTED, ...words.map((word) => `instr(i.search_text, '${word}') > 0`)].join(" and "),
  );
}

export function engineRows(where: string) {
  return ({ raw }: Bench) => {
    const rows = raw.prepare(`select * from incident i where ${where} ${ORDER}`).raw().iterate();
    for (const row of rows as Iterable<unknown[]>) row.join(",");
  };
}
