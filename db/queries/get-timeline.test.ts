import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { withDates } from "../../domain/asked-days";
import { type IncidentFilter, parseIncidentFilter } from "../../domain/incident-filter";
import { FIRST_PAGE } from "../../domain/incident-page";
import { isCertainlyIn } from "../../domain/partial-date";
import { aDocument, aGroup, anEvent, days, exactly } from "../../domain/testing-documents";
import type { Timeline } from "../../domain/timeline-chart";
import { type LaneRow, laneFilter, NOT_KNOWN, OTHER_LANES } from "../../domain/timeline-lanes";
import { anticipatedHref, drawnHref } from "../../domain/timeline-links";
import {
  parseTimelineRequest,
  THROUGHOUT,
  type TimelineRequest,
} from "../../domain/timeline-request";
import { MODALITIES } from "../../domain/vocabulary";
import { logIncident } from "../commands/log-incident";
import { onBothEngines } from "../testing";
import { logManyIncidents } from "../testing-incidents";
import { countIncidents } from "./count-incidents";
import { getTimeline } from "./get-timeline";
import { listIncidents } from "./list-incidents";
import { listTimelineIncidents } from "./list-timeline-incidents";

const actor = { id: "test", role: "admin" } as const;
const filterOf = (address: string) => parseIncidentFilter(new URLSearchParams(address)).filter;
const SORT = { key: "date", descending: false } as const;

const FILTERS = [
  "",
  "province=CN-YN",
  "province=CN-YN&province=CN-SD&country=CN",
  "country=KP",
  "type=arrest&type=transfer&type=release&type=deportation",
  "modality=reported&province=CN-JL&province=CN-LN",
  "modality=anticipated",
  "status=held&status=unknown",
  "nationality=KP&nationality=CN",
  "role=helper&people_min=3",
  "q=%EB%8F%84%EB%AC%B8",
  "from=2013-06-01&to=2014-02-01&dates=certain",
  "when=2013-06&when=2014&dates=certain",
];

onBothEngines(
  "the timeline of a filter",
  (store) => {
    beforeAll(async () => {
      await logManyIncidents(store(), actor, 70);
      // Dates that reach over whole windows.
      for (const [n, latest] of [null, null, "2014-06-30"].entries())
        await logIncident(
          store(),
          {
            document: aDocument({
              title: `Some time ${n}`,
              groups: [aGroup("g", { count: exactly(2) })],
              events: [
                anEvent("e", {
                  date: days(n === 0 ? null : "2013-01-15", n === 0 ? "2014-06-30" : latest),
                  places: [{ role: "at", locationId: "CN-JL" }],
                }),
              ],
            }),
          },
          actor,
        );
      // More provinces than there are lanes.
      for (const [n, place] of ["CN-GX", "CN-HE", "CN-HL", "CN-NM", "CN-GD", "CN-TJ"].entries())
        await logIncident(
          store(),
          {
            document: aDocument({
              title: `Alone in ${place}`,
              groups: [aGroup("g", { count: exactly(n + 1) })],
              events: [
                anEvent("e", {
                  date: days("2013-03-01", n % 2 ? "2013-03-05" : null),
                  places: [
                    { role: "at", locationId: place },
                    { role: "to", locationId: n > 2 ? "CN-BJ" : "CN-SH" },
                  ],
                }),
              ],
            }),
          },
          actor,
        );
    });

    type Asked = Pick<TimelineRequest, "filter" | "lane" | "window">;
    type Period = { from: string; to: string; dates: IncidentFilter["dates"] };

    /** How many the table of incidents, or the list beside the timeline, has for a lane in each of the times. */
    const behind = async (
      { filter, lane, window }: Asked,
      row: LaneRow,
      periods: Period[],
    ): Promise<number[][]> => {
      const filters = periods.map((period) => withDates(filter, period));
      const inTable = filters.map((each) => laneFilter(each, lane, row));
      const tables = inTable.every((each) => each !== null)
        ? [await countIncidents(store(), actor, inTable)]
        : [];
      if (row.key !== NOT_KNOWN && row.key !== OTHER_LANES) return tables;
      const totals: number[] = [];
      for (const each of filters) {
        const asked = { filter: each, lane, window, only: row.key, page: FIRST_PAGE } as const;
        totals.push((await listTimelineIncidents(store(), actor, asked)).total);
      }
      return [...tables, totals];
    };
    const personsBehind = async ({ filter, lane }: Asked, row: LaneRow, period: Period) => {
      const inTable = laneFilter(withDates(filter, period), lane, row);
      const asked = inTable && { filter: inTable, sort: SORT, page: FIRST_PAGE };
      return asked && (await listIncidents(store(), actor, asked)).persons;
    };

    /** How many the list has that the anticipated ones of a period lead to. */
    const anticipatedBehind = async (
      asked: Asked,
      row: LaneRow,
      period: { from: string; to: string },
    ) => {
      const href = anticipatedHref({ ...asked, only: null, page: FIRST_PAGE }, row, period);
      if (href === null) return null;
      const [path, query] = href.split("?");
      const params = new URLSearchParams(query);
      if (path === "/incidents")
        return (await countIncidents(store(), actor, [parseIncidentFilter(params).filter]))[0];
      const { request } = parseTimelineRequest(params);
      const list = { ...request, only: request.only! };
      return (await listTimelineIncidents(store(), actor, list)).total;
    };

    const lane = fc.constantFrom("none", "province", "status", "nationality" as const);
    const start = fc.integer({ min: 0, max: 700 });
    const width = fc.constantFrom(10, 25, 200, 500, 1500);

    it("counts in every bin and lane as many as the list behind it has, possibly and certainly", async () => {
      let [bins, apart, ahead] = [0, 0, 0];
      const check = async (
        address: string,
        kind: TimelineRequest["lane"],
        window: { from: string; to: string } | null,
      ) => {
        const request = { filter: filterOf(address), lane: kind, window };
        const found = await getTimeline(store(), actor, { ...request, mostBars: -1 });
        for (const row of found.lanes) {
          const what = [address, kind, row.key, found.window, found.unit];
          const times = [
            { ...found.window!, ...row, persons: null, certainPersons: null },
            ...row.bins.filter(({ possible }, at) => possible > 0 || at % 8 === 0),
          ];
          bins += times.length;
          if (row.key === OTHER_LANES || row.key === NOT_KNOWN) apart += times.length;
          // Where nothing is to be counted there are no bins.
          const some = row.bins.find(({ anticipated }) => anticipated > 0) ?? row.bins[0];
          const asked = { ...request, window: found.window };
          const behindThem = some ? await anticipatedBehind(asked, row, some) : null;
          if (some && behindThem !== null) {
            expect([...what, some.from, some.anticipated]).toEqual([
              ...what,
              some.from,
              behindThem,
            ]);
            ahead += some.anticipated;
          }
          for (const dates of ["possible", "certain"] as const) {
            const periods = times.map(({ from, to }) => ({ from, to, dates }));
            const counted = times.map((time, at) => [periods[at], time[dates]]);
            for (const totals of await behind({ ...request, window: found.window }, row, periods)) {
              const listed = totals.map((total, at) => [periods[at], total]);
              expect([...what, ...counted]).toEqual([...what, ...listed]);
            }
            const fullest = times.slice(1).sort((a, b) => b[dates] - a[dates])[0];
            if (fullest === undefined) continue;
            const { from, to, persons, certainPersons } = fullest;
            const summed = await personsBehind(request, row, { from, to, dates });
            if (summed !== null)
              expect([...what, dates === "possible" ? persons : certainPersons]).toEqual([
                ...what,
                summed,
              ]);
          }
        }
      };
      for (const address of FILTERS) await check(address, "province", null);
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...FILTERS),
          lane,
          start,
          width,
          async (address, kind, from, days) => {
            const day = (n: number) =>
              new Date(Date.UTC(2013, 0, 1 + n)).toISOString().slice(0, 10);
            await check(address, kind, { from: day(from), to: day(from + days) });
          },
        ),
        { numRuns: 10 },
      );
      expect(bins).toBeGreaterThan(100);
      expect(apart).toBeGreaterThan(5);
      expect(ahead).toBeGreaterThan(5);
    });

    it("draws few enough as bars, all that the window may hold, none covering another", async () => {
      for (const address of FILTERS.filter((each) => !each.includes("dates"))) {
        const window = { from: "2013-02-20", to: "2013-03-20" };
        const filter = filterOf(address);
        const found = await getTimeline(store(), actor, { filter, lane: "none", window });
        expect([address, found.unit]).toEqual([address, null]);
        const [all] = found.lanes;
        const refs = new Set((all?.bars ?? []).map(({ ref }) => ref));
        const period = { ...window, dates: "possible" } as const;
        const listed = await listIncidents(store(), actor, {
          filter: withDates(filter, period),
          sort: SORT,
          page: { page: 1, size: 100 },
        });
        expect([address, [...refs].sort()]).toEqual([
          address,
          listed.rows.map(({ ref }) => ref).sort(),
        ]);
        expect(found.possible).toBe(listed.total);
        expect(found.certain).toBe(listed.certain);
        for (const bar of all?.bars ?? [])
          for (const other of all!.bars)
            if (bar !== other && bar.row === other.row)
              expect(
                bar.possible.to < other.possible.from || other.possible.to < bar.possible.from,
              ).toBe(true);
      }
    });

    const refsOf = (found: Timeline) =>
      [...new Set(found.lanes.flatMap(({ bars }) => bars.map(({ ref }) => ref)))].sort();
    const refsFound = async (filter: IncidentFilter) => {
      const page = { page: 1, size: 100 } as const;
      const { rows } = await listIncidents(store(), actor, { filter, sort: SORT, page });
      return rows.map(({ ref }) => ref).sort();
    };
    const DATED = [
      "from=2013-03-01&to=2013-03-20&dates=certain",
      "from=2013-03-01&to=2013-03-05",
      "type=arrest&from=2013-03-01&to=2013-03-31&dates=certain",
      "type=arrest&type=deportation&province=CN-YN&from=2013-06-01&to=2013-08-31",
      "province=CN-YN&province=CN-JL&when=2013-06&when=2014-02&dates=certain",
      "province=CN-YN&to=2013-05-31",
      "from=1950-01-01&to=1950-12-31&dates=certain",
    ];

    it("draws of dates that are asked for exactly what the filter finds, and each lane leads to as many", async () => {
      let [lanes, drawn] = [0, 0];
      for (const address of DATED)
        for (const kind of ["none", "province", "status"] as const) {
          const filter = filterOf(address);
          const request = { filter, lane: kind, window: null, only: null, page: FIRST_PAGE };
          const found = await getTimeline(store(), actor, request);
          const refs = await refsFound(filter);
          const what = [address, kind];
          expect([...what, found.unit, refsOf(found)]).toEqual([...what, null, refs]);
          expect(found).toMatchObject({ asked: refs.length, possible: refs.length, leftOut: 0 });
          drawn += refs.length;
          for (const row of found.lanes) {
            for (const { event, date } of row.bars)
              if (event && filter.dates === "certain")
                expect(isCertainlyIn(date!, filter.from, filter.to), address).toBe(true);
            const [path, query] = drawnHref(request, found, row).split("?");
            if (path !== "/incidents") continue;
            const asked = parseIncidentFilter(new URLSearchParams(query)).filter;
            const [behind] = await countIncidents(store(), actor, [asked]);
            expect([...what, row.key, behind]).toEqual([...what, row.key, row.possible]);
            lanes += 1;
          }
        }
      expect(drawn).toBeGreaterThan(30);
      expect(lanes).toBeGreaterThan(30);
    });

    it("counts all of the filter by period where its dates find too many, and says how many these are", async () => {
      const filter = filterOf("province=CN-YN&from=2013-06-01&to=2014-02-01");
      const asked = { filter, lane: "none", window: null, mostBars: 1 } as const;
      const found = await getTimeline(store(), actor, asked);
      const [total] = await countIncidents(store(), actor, [filter]);
      expect(total).toBeGreaterThan(1);
      expect(found).toMatchObject({ unit: "month", asked: total, leftOut: 0 });
      const inWindow = { ...found.window!, dates: "possible" } as const;
      const [all] = await countIncidents(store(), actor, [withDates(filter, inWindow)]);
      expect(found.possible).toBe(all);
    });

    it("leaves out what reaches over a whole window where bars would be too many, and lists exactly that", async () => {
      let some = 0;
      const window = { from: "2013-09-01", to: "2013-09-14" };
      for (const address of ["", "type=arrest&type=transfer", "from=2013-08-01&to=2013-10-31"])
        for (const kind of ["none", "province"] as const) {
          const asked = { filter: filterOf(address), lane: kind, window };
          const all = await getTimeline(store(), actor, asked);
          expect(all).toMatchObject({ unit: null, leftOut: 0 });
          const most = all.lanes.reduce((sum, { bars }) => sum + bars.length, 0) - 1;
          const fewer = { ...asked, mostBars: most };
          const near = await getTimeline(store(), actor, fewer);
          const what = [address, kind];
          const list = { ...asked, only: THROUGHOUT, page: { page: 1, size: 100 } } as const;
          const listed = await listTimelineIncidents(store(), actor, list);
          expect([...what, near.unit, near.leftOut]).toEqual([...what, null, listed.total]);
          const left = listed.rows.map(({ ref }) => ref);
          expect([...refsOf(near), ...left].sort()).toEqual(refsOf(all));
          expect(near.possible).toBe(all.possible);
          for (const { bars, possible } of near.lanes)
            expect(new Set(bars.map(({ ref }) => ref)).size).toBe(possible);
          some += left.length;
          const complete = await getTimeline(store(), actor, { ...fewer, isComplete: true });
          // Nothing is left out, and nothing counted that the filter does not find.
          expect(complete).toMatchObject({ unit: "day", possible: all.possible, leftOut: 0 });
        }
      expect(some).toBeGreaterThan(20);
    });

    it("counts bars as bins where they are too many for the window", async () => {
      const filter = filterOf("");
      const asked = { filter, lane: "province", window: null } as const;
      expect((await getTimeline(store(), actor, asked)).unit).toBeNull();
      const found = await getTimeline(store(), actor, { ...asked, mostBars: 40 });
      expect(found.unit).toBe("month");
      expect(found.lanes.map(({ key }) => key)).toContain(OTHER_LANES);
      expect(found.lanes.find(({ key }) => key === "CN-YN")?.name).toBe("Yunnan");
    });

    it("counts apart those without a date, and lists them", async () => {
      for (const address of ["", "type=arrest", "province=CN-YN"]) {
        const filter = filterOf(address);
        const { undated, total } = await getTimeline(store(), actor, {
          filter,
          lane: "none",
          window: null,
        });
        expect(undated).toBeGreaterThan(0);
        const of = async (asked: string) =>
          (
            await listIncidents(store(), actor, {
              filter: filterOf(asked),
              sort: SORT,
              page: FIRST_PAGE,
            })
          ).total;
        expect(await of(`${address}&from=1000&to=9999`)).toBe(total - undated);
        const list = await listTimelineIncidents(store(), actor, {
          filter,
          lane: "none",
          only: "undated",
          window: null,
          page: { page: 1, size: 100 },
        });
        expect(list.total).toBe(undated);
        expect(list.rows).toHaveLength(undated);
      }
    });

    it("draws nothing for a filter that matches nothing, or that has a mistake in it", async () => {
      for (const address of ["type=arest", "status=died&people_min=900"]) {
        const filter = filterOf(address);
        const found = await getTimeline(store(), actor, { filter, lane: "status", window: null });
        expect(found).toMatchObject({ total: 0, window: null, lanes: [] });
      }
    });
  },
  { gazetteer: true },
);

onBothEngines(
  "the timeline of a few incidents",
  (store) => {
    it("lists what a drawing leaves out, for whom nothing may be left out", async () => {
      const log = async (title: string, from: string, to: string) =>
        logIncident(
          store(),
          { document: aDocument({ title, events: [anEvent("e", { date: days(from, to) })] }) },
          actor,
        );
      for (let n = 0; n < 31; n++) await log(`Some time ${n}`, "1999-01-01", "1999-12-31");
      await log("One day", "1999-05-05", "1999-05-05");
      const filter = filterOf("from=1999-05&to=1999-05");
      const asked = {
        filter,
        lane: "none",
        window: { from: "1999-05-01", to: "1999-05-31" },
      } as const;
      const drawn = await getTimeline(store(), actor, asked);
      expect(drawn).toMatchObject({ unit: null, possible: 32, leftOut: 31 });
      const complete = await getTimeline(store(), actor, { ...asked, isComplete: true });
      expect(complete).toMatchObject({ unit: null, possible: 32, leftOut: 0 });
      expect(new Set(complete.lanes[0]!.bars.map(({ ref }) => ref)).size).toBe(32);
    });

    it("draws as certain only the days of what is reported", async () => {
      const place = [{ role: "at" as const, locationId: "KP-09" }];
      const date = days("1998-01-10", "1998-01-12");
      const events = MODALITIES.map((modality) =>
        anEvent(modality, { modality, places: place, date: { ...date, kind: "span" } }),
      );
      await logIncident(store(), { document: aDocument({ title: "Told", events }) }, actor);
      const modalities = MODALITIES.map((modality) => `modality=${modality}`).join("&");
      const { lanes } = await getTimeline(store(), actor, {
        filter: filterOf(`${modalities}&from=1998&to=1998`),
        lane: "none",
        window: null,
      });
      const known = lanes[0]!.bars.map(({ event, known }) => [event!.modality, known !== null]);
      expect(Object.fromEntries(known)).toEqual({
        reported: true,
        unconfirmed: false,
        anticipated: false,
        denied: false,
      });
    });
  },
  { gazetteer: true },
);
