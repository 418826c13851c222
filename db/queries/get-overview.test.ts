import { beforeAll, expect, it } from "vitest";
import { type IncidentFilter, parseIncidentFilter } from "../../domain/incident-filter";
import { DEFAULT_SORT, type IncidentSort } from "../../domain/incident-sort";
import { onBothEngines } from "../testing";
import { logManyIncidents } from "../testing-incidents";
import { compareIncidents } from "./compare-incidents";
import { getDatedFigures } from "./get-dated-figures";
import { getOverview } from "./get-overview";
import { listIncidents } from "./list-incidents";

const actor = { id: "test", role: "admin" } as const;
const today = "2014-12-31";
const FILTERS = [
  "",
  "province=CN-YN",
  "from=2013-06-15&to=2014-02",
  "from=2013-06-15&to=2014-02-03&dates=certain&province=CN-YN",
  "when=2013-03&when=2014-01&when=2014-05",
  "type=arrest&modality=reported&from=2014",
  "status=held&status=arrested",
  "q=border",
  "type=resettlement&people_min=900",
  "type=arest",
];

const read = (query: string) => parseIncidentFilter(new URLSearchParams(query)).filter;

onBothEngines(
  "an overview",
  (store) => {
    beforeAll(async () => {
      await logManyIncidents(store(), actor, 80);
    });

    const list = (filter: IncidentFilter, sort: IncidentSort = DEFAULT_SORT) =>
      listIncidents(store(), actor, { filter, sort, page: { page: 1, size: 100 } });
    const overview = (query: string, by: "month" | "year" | null = null) =>
      getOverview(store(), actor, { filter: read(query), by, today });

    it("counts in every key figure what the list of its filter finds", async () => {
      let counted = 0;
      for (const query of FILTERS)
        for (const { name, filter, counts } of Object.values((await overview(query)).figures)) {
          const {
            rows: _rows,
            facets: _facets,
            retracted: _retracted,
            ...found
          } = await list(filter);
          expect([query, name, counts]).toEqual([query, name, found]);
          counted += counts.total;
        }
      expect(counted).toBeGreaterThan(200);
    });

    it("tells of every month and year what a list of just that time finds", async () => {
      for (const query of FILTERS)
        for (const by of ["month", "year"] as const) {
          const { dated } = await overview(query, by);
          for (const { earliest: from, latest: to, possible, certain, people } of dated?.figures ??
            []) {
            const all = await list({ ...read(query), from, to, dates: "possible" });
            const sure = await list({ ...read(query), from, to, dates: "certain" });
            expect([query, from, possible, certain]).toEqual([query, from, all.total, sure.total]);
            expect([query, from, people?.low ?? null, people?.high ?? null]).toEqual([
              query,
              from,
              sure.persons.low,
              all.persons.high,
            ]);
          }
          expect(await getDatedFigures(store(), actor, { filter: read(query), by, today })).toEqual(
            dated,
          );
        }
    });

    it("tells of no day that the filter does not ask for, and counts nobody as certain who is not", async () => {
      const query = "from=2013-06-15&to=2014-02-03";
      for (const by of ["month", "year"] as const) {
        const { dated, figures } = await overview(query, by);
        expect(dated?.figures[0]?.earliest).toBe("2013-06-15");
        expect(dated?.figures.at(-1)?.latest).toBe("2014-02-03");
        const certain = dated!.figures.reduce((sum, figure) => sum + figure.certain, 0);
        expect(certain).toBeGreaterThan(0);
        expect(certain).toBeLessThanOrEqual(figures.incidents!.counts.certain);
      }
    });

    it("begins its lists as the list begins that it leads to", async () => {
      for (const query of FILTERS) {
        const { lists, figures } = await overview(query);
        const first = async (filter: IncidentFilter | undefined, sort?: IncidentSort) =>
          filter ? (await list(filter, sort)).rows.slice(0, 5).map(({ ref }) => ref) : [];
        const refs = Object.entries(lists).map(([name, rows]) => [
          name,
          rows.map(({ ref }) => ref),
        ]);
        expect([query, Object.fromEntries(refs)]).toEqual([
          query,
          {
            atRisk: await first(figures.atRisk?.filter),
            silentInCustody: await first(figures.silentInCustody?.filter),
            newest: await first(read(query)),
            changed: await first(read(query), { key: "updated", descending: true }),
          },
        ]);
      }
    });

    it("tells of drafts only those who review", async () => {
      const viewer = { id: "viewer", role: "viewer" } as const;
      await expect(
        getOverview(store(), viewer, { filter: read(""), by: null, today }),
      ).rejects.toThrow("not_allowed");
      expect((await overview("")).figures.draft?.counts.total).toBe(80);
    });

    it("compares two filters over the same months, or each over its own", async () => {
      const compare = (a: string, b: string) =>
        compareIncidents(store(), actor, [read(a), read(b)], { by: null, today });
      const [yunnan, laos] = await compare("province=CN-YN", "country=LA");
      expect(yunnan.dated?.span).toEqual(laos.dated?.span);
      expect(yunnan.figures.incidents?.counts.total).toBe(
        (await list(read("province=CN-YN"))).total,
      );
      const [before, after] = await compare("from=2013&to=2013", "from=2014-01&to=2014-03");
      expect(before.dated?.figures).toHaveLength(12);
      expect(after.dated?.figures).toHaveLength(3);
      const [none] = await compare("type=arest", "country=LA");
      expect(none.figures.incidents?.counts.total).toBe(0);
    });
  },
  { gazetteer: true },
);
