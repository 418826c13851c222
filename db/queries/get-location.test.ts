import { beforeAll, expect, it } from "vitest";
import { FIRST_PAGE } from "../../domain/incident-page";
import { onBothEngines } from "../testing";
import { logTableSample } from "../testing-tables";
import { getLocation } from "./get-location";

onBothEngines(
  "the page of a location",
  (store) => {
    const actor = { id: "test", role: "researcher" } as const;
    let refs: Awaited<ReturnType<typeof logTableSample>>;
    beforeAll(async () => {
      refs = await logTableSample(store());
    });
    const get = (id: string) => getLocation(store(), actor, { id, page: FIRST_PAGE });

    it("tells what a place lies in, country first", async () => {
      const view = await get("CN-YN/kunming");
      expect(view!.location).toMatchObject({ nameEn: "Kunming", kind: "locality", lat: 25.0389 });
      expect(view!.parents).toEqual([
        { id: "CN", kind: "country", nameEn: "China" },
        { id: "CN-YN", kind: "province", nameEn: "Yunnan" },
      ]);
    });

    it("has the incidents of the places inside it, newest first", async () => {
      const china = await get("CN");
      expect(china!.incidents.total).toBe(2);
      expect(china!.incidents.rows.map((row) => row.ref)).toEqual([refs.sweep, refs.crossing]);
      expect(china!.incidents.rows[0]).toMatchObject({
        title: "Sweep in two provinces",
        reviewStatus: "draft",
        headline: {
          date: { earliest: "2014-07-15", latest: "2014-07-17" },
          persons: { low: 20, high: 29 },
          status: "deported",
          disagreement: ["persons"],
        },
      });
      expect(china!.incidents.rows[1]).toMatchObject({ title: "Crossing a border" });
      expect((await get("CN-SD"))!.incidents.rows.map((row) => row.ref)).toEqual([refs.sweep]);
    });

    it("lists the places right inside it where something happened", async () => {
      expect((await get("CN"))!.inside).toEqual([
        { id: "CN-YN", kind: "province", facilityKind: null, nameEn: "Yunnan", incidents: 2 },
        { id: "CN-JL", kind: "province", facilityKind: null, nameEn: "Jilin", incidents: 1 },
        { id: "CN-SD", kind: "province", facilityKind: null, nameEn: "Shandong", incidents: 1 },
      ]);
      expect((await get("CN-YN/kunming"))!.inside).toEqual([]);
    });

    it("finds an incident by a place that was denied, and leaves out what was retracted or merged", async () => {
      expect((await get("CN-JL/tumen"))!.incidents.rows.map((row) => row.ref)).toEqual([
        refs.sweep,
      ]);
      expect((await get("MM"))!.incidents).toEqual({ rows: [], total: 0 });
    });

    it("gives its incidents page by page", async () => {
      const view = await getLocation(store(), actor, { id: "CN", page: { page: 2, size: 25 } });
      expect(view!.incidents).toEqual({ rows: [], total: 2 });
    });

    it("is null where the gazetteer has no such place", async () => {
      for (const id of [
        "",
        "XX",
        "__proto__",
        "toString",
        "CN-YN/nowhere",
        "\ud800",
        "' or 1=1 --",
      ])
        expect(await get(id), id).toBeNull();
    });

    it("is refused to somebody who is not signed in", async () => {
      const nobody = { id: "nobody", role: "public" } as const;
      await expect(getLocation(store(), nobody, { id: "CN", page: FIRST_PAGE })).rejects.toThrow(
        "not_allowed",
      );
    });
  },
  { gazetteer: true },
);
