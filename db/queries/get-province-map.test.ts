import { beforeAll, describe, expect, it } from "vitest";
import { parseIncidentFilter } from "../../domain/incident-filter";
import { moveCode } from "../../domain/map-move";
import { unchosenFilter } from "../../domain/unchosen-filter";
import { unknownProvinceOf } from "../../domain/unknown-province";
import { seedSampleCases } from "../seed/seed-sample-cases";
import { onBothEngines } from "../testing";
import { logManyIncidents } from "../testing-incidents";
import { plainMap } from "../testing-plain-map";
import { countIncidents } from "./count-incidents";
import { getProvinceMap } from "./get-province-map";
import { listIncidents } from "./list-incidents";
import { listProvinces } from "./list-provinces";

const actor = { id: "test", role: "admin" } as const;
const filterOf = (query: string) => parseIncidentFilter(new URLSearchParams(query)).filter;

const FILTERS = [
  "",
  "country=CN",
  "country=KP&country=LA",
  "type=arrest",
  "type=deportation&modality=anticipated",
  "type=transfer&country=CN&from=2013-06",
  "from=2013-03&to=2014-02&dates=certain",
  "modality=reported&from=2013-03&to=2014-02",
  "nationality=KP&role=seeking_refuge",
  "people_min=5&province=CN-YN",
  "province=CN-JL&province=CN-LN",
  "place=CN-JL/tumen&type=transfer",
  "province=CN-unknown&place=CN",
  "review=retracted&review=draft",
  "q=held",
];

onBothEngines(
  "the map of many incidents",
  (store) => {
    beforeAll(async () => {
      await logManyIncidents(store(), actor, 120);
    });

    it.each(FILTERS)(
      "shows of each place as many incidents as the list does: %s",
      async (query) => {
        const filter = filterOf(query);
        const map = await getProvinceMap(store(), actor, filter);
        const provinces = (await listProvinces(store(), actor)).map(({ id }) => id);
        const unchosen = unchosenFilter(filter);
        const inProvince = await countIncidents(
          store(),
          actor,
          provinces.map((id) => ({ ...unchosen, province: [id] })),
        );
        const bare = ["CN", "KP", "LA"];
        expect(bare.map((id) => map.provinces.get(id)?.incidents ?? 0)).toEqual(
          await countIncidents(
            store(),
            actor,
            bare.map((id) => ({ ...unchosen, province: [unknownProvinceOf(id)] })),
          ),
        );
        const towns = [...map.localities.keys(), "CN-JL/yanji"];
        expect(towns.map((id) => map.localities.get(id) ?? 0)).toEqual(
          await countIncidents(
            store(),
            actor,
            towns.map((id) => ({ ...unchosen, place: [id] })),
          ),
        );
        expect(provinces.map((id) => map.provinces.get(id)?.incidents ?? 0)).toEqual(inProvince);
        const asked = unchosen;
        const countries = filter.country.length > 0 ? [] : ["CN", "KP", "LA", "VN"];
        expect(countries.map((id) => map.countries.get(id)?.incidents ?? 0)).toEqual(
          await countIncidents(
            store(),
            actor,
            countries.map((id) => ({ ...asked, country: [id] })),
          ),
        );
        expect(map.flows.map(({ incidents }) => incidents)).toEqual(
          await countIncidents(
            store(),
            actor,
            map.flows.map((flow) => ({ ...filter, move: [moveCode(flow)] })),
          ),
        );
        expect([map.total.incidents]).toEqual(await countIncidents(store(), actor, [asked]));
      },
    );

    it.each(FILTERS.filter((query) => !query.includes("q=")))(
      "is what reckoning incident by incident gives: %s",
      async (query) => {
        const {
          places: _places,
          known: _known,
          ...map
        } = await getProvinceMap(store(), actor, filterOf(query));
        expect(map).toEqual(await plainMap(store(), filterOf(query)));
      },
    );

    it("adds up the people of all as the list does", async () => {
      const map = await getProvinceMap(store(), actor, filterOf(""));
      const list = await listIncidents(store(), actor, {
        filter: filterOf(""),
        sort: { key: "date", descending: true },
        page: { page: 1, size: 25 },
      });
      expect(map.total.incidents).toBe(list.total);
      expect(map.total.persons.low).toBe(list.persons.low);
      expect(map.total.persons.unknown.high > 0).toBe(list.persons.high === null);
    });

    it("never gives a province more people than its incidents have", async () => {
      const map = await getProvinceMap(store(), actor, filterOf(""));
      for (const [id, { persons }] of map.provinces) {
        const list = await listIncidents(store(), actor, {
          filter: filterOf(id.includes("-") ? `province=${id}` : `country=${id}`),
          sort: { key: "date", descending: true },
          page: { page: 1, size: 25 },
        });
        if (list.persons.high !== null) expect(persons.high).toBeLessThanOrEqual(list.persons.high);
      }
    });

    it("shows nothing for a filter that cannot be answered", async () => {
      for (const query of ["province=CN_JL", "colour=red", "q=!!"])
        expect((await getProvinceMap(store(), actor, filterOf(query))).total.incidents).toBe(0);
    });

    it("is read by nobody who may not read the store", async () => {
      const visitor = { id: "", role: "public" } as const;
      await expect(getProvinceMap(store(), visitor, filterOf(""))).rejects.toThrow("not_allowed");
    });
  },
  { gazetteer: true },
);

onBothEngines(
  "the map of the sample cases",
  (store) => {
    beforeAll(async () => {
      await seedSampleCases(store());
    });

    const july = (more = "") =>
      getProvinceMap(store(), actor, filterOf(`from=2014-07-15&to=2014-07-17${more}`));

    describe("of July 2014", () => {
      it("gives each province what is known of the split, and the country the whole", async () => {
        const map = await july("&people_min=20");
        const persons = [...map.provinces].map(([id, { persons }]) => [
          id,
          persons.low,
          persons.unknown.best ? null : persons.best,
          persons.high,
        ]);
        expect(persons).toEqual([
          ["CN-JL", 20, 29, 29],
          ["CN-LN", 0, 0, 0],
          ["CN-SD", 0, null, 29],
          ["CN-YN", 0, null, 29],
          ["KP", 0, null, 29],
          ["KP-09", 0, null, 29],
          ["KP-10", 0, null, 29],
        ]);
        expect(map.countries.get("CN")).toMatchObject({
          incidents: 1,
          persons: { low: 20, best: 29, high: 29 },
        });
        expect(map.places["CN-JL"]).toMatchObject({ name: "Jilin", countryId: "CN" });
      });

      it("leads from both cities to Tumen and is expected to lead on", async () => {
        const { flows, localities, places } = await july("&people_min=20");
        expect(flows).toEqual([
          { from: "CN-SD/qingdao", to: "CN-JL/tumen", modality: "reported", incidents: 1 },
          { from: "CN-YN/kunming", to: "CN-JL/tumen", modality: "reported", incidents: 1 },
          { from: "CN-JL/tumen", to: "KP", modality: "anticipated", incidents: 1 },
        ]);
        expect([...localities.keys()]).toEqual([
          "CN-JL/tumen",
          "CN-LN/shenyang",
          "CN-SD/qingdao",
          "CN-YN/kunming",
        ]);
        expect(places["CN-JL/tumen"]).toMatchObject({ name: "Tumen", lat: 42.9656, lon: 129.842 });
      });

      it("shows the arrests alone where they are asked for, and the ways of those incidents", async () => {
        const map = await july("&people_min=20&type=arrest");
        expect([...map.provinces.keys()]).toEqual(["CN-SD", "CN-YN"]);
        expect([...map.localities.keys()]).toEqual(["CN-SD/qingdao", "CN-YN/kunming"]);
        expect(map.flows).toHaveLength(3);
      });
    });

    it("keeps the other provinces beside those that are chosen, and shows the ways of the chosen", async () => {
      const chosen = await getProvinceMap(store(), actor, filterOf("province=CN-YN"));
      const all = await getProvinceMap(store(), actor, filterOf(""));
      expect(chosen.provinces).toEqual(all.provinces);
      expect(chosen.known).toEqual(all.known);
      expect(chosen.flows.length).toBeLessThan(all.flows.length);
    });
  },
  { gazetteer: true },
);
