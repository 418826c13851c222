import { beforeAll, expect, it } from "vitest";
import { CSV_COLUMN_NAMES, csvRecord } from "../../domain/incident-csv-columns";
import { emptyIncidentFilter } from "../../domain/incident-filter";
import { sayFrom } from "../../domain/testing-say";
import { toIncidentRow } from "../../domain/to-incident-row";
import messages from "../../messages/en.json";
import { assessClaim } from "../commands/assess-claim";
import { decideNotSame } from "../commands/decide-not-same";
import { linkIncidents } from "../commands/link-incidents";
import { onBothEngines } from "../testing";
import { logTableSample } from "../testing-tables";
import { exportIncidents } from "./export-incidents";
import { getIncident } from "./get-incident";

onBothEngines(
  "the page of an incident",
  (store) => {
    const actor = { id: "test", role: "admin" } as const;
    let refs: Awaited<ReturnType<typeof logTableSample>>;
    beforeAll(async () => {
      refs = await logTableSample(store());
      await linkIncidents(
        store(),
        { from: refs.sweep, to: refs.undated, type: "follows", note: "A month later." },
        actor,
      );
      await decideNotSame(
        store(),
        { from: refs.undated, to: refs.sweep, reason: "Another family." },
        actor,
      );
      const { document } = (await get(refs.sweep))!;
      const claimId = document.claims.find(({ quote }) => quote === "in Kunming")!.id;
      const judged = { ref: refs.sweep, claimId, assessment: "rejected" as const, reason: "" };
      await assessClaim(store(), judged, actor);
    });
    const get = (ref: string) => getIncident(store(), actor, ref);

    it("has the sources in the order cited, without their stored text", async () => {
      const view = (await get(refs.sweep))!;
      expect(view.sources.map(({ ref }) => ref)).toEqual([refs.wire, refs.paper, refs.copy]);
      expect(JSON.stringify(view)).not.toContain("Twenty people were held.");
    });

    it("has every place named, with what it lies in", async () => {
      const { locations } = (await get(refs.sweep))!;
      expect(Object.keys(locations)).toEqual(
        expect.arrayContaining(["CN-YN/kunming", "CN-YN", "CN", "CN-SD", "CN-JL/tumen", "KP"]),
      );
    });

    it("tells a link from both its ends, and a decision too", async () => {
      const link = { type: "follows", note: "A month later." };
      const [sweep, undated] = [(await get(refs.sweep))!, (await get(refs.undated))!];
      expect(sweep.links).toMatchObject([{ ...link, ref: refs.undated, outgoing: true }]);
      expect(undated.links).toMatchObject([{ ...link, ref: refs.sweep, outgoing: false }]);
      expect(sweep.notSame).toMatchObject([{ ref: refs.undated, reason: "Another family." }]);
      expect(undated.notSame).toMatchObject([{ ref: refs.sweep, reason: "Another family." }]);
    });

    it("names the other incidents that cite the same source", async () => {
      const { sameSource, sources } = (await get(refs.crossing))!;
      expect(sameSource).toContainEqual({
        sourceId: sources[0]!.id,
        ref: refs.sweep,
        title: "Sweep in two provinces",
      });
    });

    it("is not there for a reference that nothing has, nor for a visitor", async () => {
      expect(await get("INC-222222")).toBeNull();
      const visitor = { id: "", role: "public" } as const;
      await expect(getIncident(store(), visitor, refs.sweep)).rejects.toThrow("not_allowed");
    });

    it("exports each incident as the export of all does", async () => {
      const context = { say: sayFrom(messages), today: "2026-01-01" };
      const filter = { ...emptyIncidentFilter(), review: ["draft" as const, "retracted" as const] };
      const sort = { key: "date", descending: true } as const;
      let rows = 0;
      for await (const batch of exportIncidents(store(), actor, { filter, sort }))
        for (const row of batch) {
          const alone = toIncidentRow((await get(row.ref))!);
          expect(csvRecord(alone, CSV_COLUMN_NAMES, context)).toEqual(
            csvRecord(row, CSV_COLUMN_NAMES, context),
          );
          rows++;
        }
      expect(rows).toBe(4);
    });
  },
  { gazetteer: true },
);
