import { beforeAll, expect, it } from "vitest";
import { LOCATION_SORT_KEYS, LOCATION_TABLE } from "../../domain/location-table";
import { emptyTableRequest, parseTableRequest } from "../../domain/table-params";
import { onBothEngines } from "../testing";
import { logTableSample } from "../testing-tables";
import { listCountries } from "./list-countries";
import { listLocations } from "./list-locations";

onBothEngines(
  "listing locations",
  (store) => {
    const actor = { id: "test", role: "viewer" } as const;
    beforeAll(() => logTableSample(store()));

    const list = (address = "") =>
      listLocations(
        store(),
        actor,
        parseTableRequest(LOCATION_TABLE, new URLSearchParams(address)).request,
      );
    const ids = async (address = "") => (await list(address)).rows.map((row) => row.id);

    it("begins with the places where something happened, those with the most incidents first", async () => {
      const { rows, total } = await list();
      expect(total).toBe(5);
      expect(rows.map((row) => [row.nameEn, row.incidents])).toEqual([
        ["China", 2],
        ["Yunnan", 2],
        ["Kunming", 1],
        ["Qingdao", 1],
        ["Shandong", 1],
      ]);
    });

    it("does not count what is denied or was merged into another incident", async () => {
      expect(await ids()).not.toContain("CN-JL/tumen");
      expect((await list("places=all&q=tumen&kind=locality")).rows).toMatchObject([
        { id: "CN-JL/tumen", incidents: 0 },
      ]);
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
      expect(await ids("kind=province&sort=name")).toEqual(["CN-SD", "CN-YN"]);
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
      const sd = ["CN-SD", "CN-SD/qingdao"];
      expect(orders.name).toEqual(["CN", "CN-YN/kunming", "CN-SD/qingdao", "CN-SD", "CN-YN"]);
      expect(orders["-name"]).toEqual(["CN-YN", "CN-SD", "CN-SD/qingdao", "CN-YN/kunming", "CN"]);
      expect(orders.kind!.slice(0, 3)).toEqual(["CN", "CN-SD", "CN-YN"]);
      expect(orders["-kind"]!.at(-1)).toBe("CN");
      expect(orders.province!.slice(0, 2).sort()).toEqual(sd);
      expect(orders.province!.at(-1)).toBe("CN");
      expect(orders["-province"]!.at(-1)).toBe("CN");
      expect(orders.incidents!.slice(0, 3).sort()).toEqual([
        "CN-SD",
        "CN-SD/qingdao",
        "CN-YN/kunming",
      ]);
      for (const [sort, order] of Object.entries(orders))
        expect(order.toSorted(), sort).toEqual([
          "CN",
          "CN-SD",
          "CN-SD/qingdao",
          "CN-YN",
          "CN-YN/kunming",
        ]);
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
    });

    it("tells which countries people come from and which ones events touch", async () => {
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
      expect(countries.filter(({ ofPlaces }) => ofPlaces).map(({ id }) => id)).toEqual(["CN"]);
    });
  },
  { gazetteer: true },
);
