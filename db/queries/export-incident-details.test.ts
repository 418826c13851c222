import { beforeAll, expect, it } from "vitest";
import { emptyIncidentFilter } from "../../domain/incident-filter";
import { DEFAULT_SORT } from "../../domain/incident-sort";
import { REVIEW_STATUSES } from "../../domain/vocabulary";
import { linkIncidents } from "../commands/link-incidents";
import { onBothEngines } from "../testing";
import { logManyIncidents } from "../testing-incidents";
import { logTableSample } from "../testing-tables";
import { exportIncidentDetails } from "./export-incident-details";
import { exportSources } from "./export-sources";
import { getIncident } from "./get-incident";

const actor = { id: "test", role: "admin" } as const;
const visitor = { id: "", role: "public" } as const;

onBothEngines(
  "the export of all of many incidents",
  (store) => {
    let sample: Awaited<ReturnType<typeof logTableSample>>;
    beforeAll(async () => {
      await logManyIncidents(store(), actor, 40);
      sample = await logTableSample(store());
      const link = { type: "follows", note: "Two weeks later." } as const;
      const { sweep: from, crossing: to } = sample;
      await linkIncidents(store(), { from, to, ...link }, actor);
    });

    const everything = { ...emptyIncidentFilter(), review: [...REVIEW_STATUSES] };
    const details = async (filter = everything, batch = 7) => {
      const request = { filter, sort: DEFAULT_SORT, batch };
      return gather(exportIncidentDetails(store(), actor, request));
    };

    it("has of each what its page has", async () => {
      const all = await details();
      expect(all.length).toBeGreaterThan(43);
      for (const { origins, keptRows, locations, ...detail } of all) {
        const { sameSource, ...view } = (await getIncident(store(), actor, detail.ref))!;
        expect({ ...detail, locations: undefined }).toEqual({ ...view, locations: undefined });
        expect(locations).toMatchObject(view.locations);
        for (const { derivedFrom } of detail.sources)
          expect(derivedFrom.map((id) => origins.has(id))).toEqual(derivedFrom.map(() => true));
        expect(keptRows).toEqual([]);
      }
    });

    it("is the same in batches of any size", async () => {
      expect(await details(everything, 1)).toEqual(await details(everything, 1_000));
    });

    it("is refused to whoever may not read that store", async () => {
      const request = { filter: everything, sort: DEFAULT_SORT };
      for (const query of [exportIncidentDetails, exportSources])
        await expect(query(store(), visitor, request).next()).rejects.toMatchObject({
          code: "not_allowed",
        });
    });

    it("has each source once that says something of what is found, with what it copies", async () => {
      const filter = { ...emptyIncidentFilter(), ref: [sample.sweep, sample.crossing] };
      const request = { filter, sort: DEFAULT_SORT, batch: 1 };
      const sources = await gather(exportSources(store(), actor, request));
      const { wire, paper, copy } = sample;
      expect(sources.map(({ reference }) => reference)).toEqual([wire, paper, copy]);
      expect(sources[2]).toMatchObject({
        title: "Held, says the wire",
        access: "restricted",
        derived_from: [wire, paper].sort(),
      });
    });
  },
  { gazetteer: true },
);

async function gather<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}
