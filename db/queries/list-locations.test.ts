import { beforeAll, expect, it } from "vitest";
import { parseIncidentFilter } from "../../domain/incident-filter";
import { LOCATION_SORT_KEYS, LOCATION_TABLE } from "../../domain/location-table";
import { emptyTableRequest, parseTableRequest } from "../../domain/table-params";
import { onBothEngines } from "../testing";
import { logTableSample } from "../testing-tables";
import { countIncidents } from "./count-incidents";
import { listCountries } from "./list-countries";
import { listFoundCountries } from "./list-found-countries";
import { listLocations } from "./list-locations";

onBothEngines(
  "listing locations",
  (store) => {
    const actor = { id: "test", role: "researcher" } as const;
    beforeAll(() => logTableSample(store()));

    const list = (address = "") =>
      listLocations(
        store(),
        actor,
        parseTableRequest(LOCATION_TABLE, new URLSearchParams(address)).request,
      );
    const found = (address: string) =>
      countIncidents(store(), actor, [parseIncidentFilter(new URLSearchParams(address)).filter]);
    const ids = async (address = "") => (await list(address)).rows.map((row) => row.id);

    it("begins with the places where something happened, those with the most incidents first", async () => {
      const { rows, total } = await list();
      expect(total).toBe(7);
      expect(rows.map((row) => [row.nameEn, row.incidents])).toEqual([
        ["China", 2],
        ["Yunnan", 2],
        ["Jilin", 1],
        ["Kunming", 1],
        ["Qingdao", 1],
        ["Shandong", 1],
        ["Tumen", 1],
      ]);
    });

    it("counts an incident once, and none that was retracted or merged into another", async () => {
      expect((await list("q=tumen&kind=locality")).rows).toMatchObject([
        { id: "CN-JL/tumen", incidents: 1 },
      ]);
      expect(await ids()).not.toContain("MM");
      expect((await list("places=all&q=myanmar&kind=country")).rows).toMatchObject([
        { id: "MM", incidents: 0 },
      ]);
    });

    it("counts as many incidents as a filter by the place finds", async () => {
      const { rows } = await list("size=100");
      for (const { id, kind, incidents } of rows)
        if (kind === "country" || kind === "province")
          expect(await found(`${kind}=${id}`), id).toEqual([incidents]);
    });

    it("gives the names in three languages and what a place lies in", async () => {
      const { rows } = await list("q=kunming");
      expect(rows).toEqual([
        {
          id: "CN-YN/kunming",
          nameEn: "Kunming",
          nameKo: "쿤밍",
          nameZh: "昆明",
          kind: "locality",
          facilityKind: null,
          province: { id: "CN-YN", name: "Yunnan" },
          country: { id: "CN", name: "China" },
          incidents: 1,
        },
      ]);
    });

    it("finds a place by a part of any of its names, written in any way", async () => {
      for (const name of ["图们", "투먼", "도문", "TUNMEN"])
        expect(await ids(`places=all&q=${name}`), name).toContain("CN-JL/tumen");
      expect(await ids("places=all&q=unming")).toContain("CN-YN/kunming");
      expect(await ids("places=all&q=kunming+qingdao")).toEqual([]);
    });

    it("has the whole gazetteer on demand, page by page", async () => {
      const first = await list("places=all&size=100&sort=name");
      const second = await list("places=all&size=100&sort=name&page=2");
      expect(first.total).toBeGreaterThan(5_000);
      expect(second.total).toBe(first.total);
      const all = [...first.rows, ...second.rows].map((row) => row.id);
      expect(new Set(all).size).toBe(200);
    });

    it("filters by kind and country", async () => {
      expect(await ids("kind=province&sort=name")).toEqual(["CN-JL", "CN-SD", "CN-YN"]);
      expect(await ids("country=MM")).toEqual([]);
      expect(await ids("country=MM&kind=country&places=all")).toEqual(["MM"]);
    });

    it("puts places without a Korean name last whichever way", async () => {
      for (const sort of ["korean", "-korean", "chinese", "-chinese"]) {
        const { total } = await list(`places=all&kind=facility&sort=${sort}`);
        const last = await list(
          `places=all&kind=facility&sort=${sort}&page=${Math.ceil(total / 25)}`,
        );
        const name = sort.endsWith("korean") ? "nameKo" : "nameZh";
        expect(last.rows.at(-1)![name], sort).toBeNull();
      }
    });

    it("sorts by every column, either way", async () => {
      const orders: Record<string, string[]> = {};
      for (const key of LOCATION_SORT_KEYS)
        for (const sort of [key, `-${key}`]) orders[sort] = await ids(`sort=${sort}`);
      const byName = [
        "CN",
        "CN-JL",
        "CN-YN/kunming",
        "CN-SD/qingdao",
        "CN-SD",
        "CN-JL/tumen",
        "CN-YN",
      ];
      expect(orders.name).toEqual(byName);
      expect(orders["-name"]).toEqual(byName.toReversed());
      expect(orders.kind!.slice(0, 4)).toEqual(["CN", "CN-JL", "CN-SD", "CN-YN"]);
      expect(orders["-kind"]!.at(-1)).toBe("CN");
      expect(orders.province!.slice(0, 2).sort()).toEqual(["CN-JL", "CN-JL/tumen"]);
      expect(orders.province!.at(-1)).toBe("CN");
      expect(orders["-province"]!.at(-1)).toBe("CN");
      expect(orders.incidents!.slice(-2).sort()).toEqual(["CN", "CN-YN"]);
      for (const [sort, order] of Object.entries(orders))
        expect(order.toSorted(), sort).toEqual(byName.toSorted());
    });

    it("finds nothing for what is not understood", async () => {
      for (const address of ["q=%25", "kind=planet", "places=some", "country=China"])
        expect(await list(address), address).toEqual({ rows: [], total: 0 });
    });

    it("is refused to somebody who is not signed in", async () => {
      const nobody = { id: "nobody", role: "public" } as const;
      const request = emptyTableRequest(LOCATION_TABLE);
      await expect(listLocations(store(), nobody, request)).rejects.toThrow("not_allowed");
      await expect(listCountries(store(), nobody)).rejects.toThrow("not_allowed");
      await expect(listFoundCountries(store(), nobody)).rejects.toThrow("not_allowed");
    });

    it("tells which countries people come from and which ones events touch, retracted ones too", async () => {
      const countries = await listCountries(store(), actor);
      expect(countries.length).toBeGreaterThan(240);
      expect(countries[0]).toEqual({
        id: "AF",
        name: "Afghanistan",
        ofPeople: false,
        ofPlaces: false,
      });
      expect(countries.filter(({ ofPeople }) => ofPeople).map(({ id }) => id)).toEqual([
        "MM",
        "KP",
        "KR",
      ]);
      expect(countries.filter(({ ofPlaces }) => ofPlaces).map(({ id }) => id)).toEqual([
        "CN",
        "MM",
      ]);
      expect(await listFoundCountries(store(), actor)).toEqual([
        { id: "CN", name: "China", ofPeople: false, ofPlaces: true },
        { id: "MM", name: "Myanmar", ofPeople: true, ofPlaces: true },
        { id: "KP", name: "North Korea", ofPeople: true, ofPlaces: false },
        { id: "KR", name: "South Korea", ofPeople: true, ofPlaces: false },
      ]);
    });
  },
  { gazetteer: true },
);
