import { expect, it } from "vitest";
import { emptyIncidentFilter } from "../../domain/incident-filter";
import { addSource } from "../commands/add-source";
import { onBothEngines } from "../testing";
import { aWrittenSource } from "../testing-tables";
import { getFilterNames } from "./get-filter-names";

onBothEngines(
  "the names of what a filter asks for",
  (store) => {
    const actor = { id: "test", role: "researcher" } as const;
    const names = (asked: Partial<ReturnType<typeof emptyIncidentFilter>>) =>
      getFilterNames(store(), actor, { ...emptyIncidentFilter(), ...asked });

    it("are those of its provinces, countries and nationalities; what does not exist is absent", async () => {
      const found = await names({
        province: ["CN-YN", "ZZ-99"],
        country: ["LA"],
        nationality: ["KP", "ZZ"],
      });
      expect([...found.provinces]).toEqual([["CN-YN", "Yunnan"]]);
      expect(Object.fromEntries(found.countries)).toEqual({ LA: "Laos", KP: "North Korea" });
    });

    it("do not take a country for a province, nor a province for a country", async () => {
      const found = await names({ province: ["CN"], country: ["CN-YN"] });
      expect([found.provinces.size, found.countries.size]).toEqual([0, 0]);
    });

    it("are those of places of any size, and of the country where no province is known", async () => {
      const found = await names({
        province: ["CN-unknown", "ZZ-unknown"],
        place: ["CN-JL/tumen", "CN-JL", "CN-JL/tumem"],
        move: ["CN-JL/tumen>LA>reported"],
      });
      expect(Object.fromEntries(found.provinces)).toEqual({ "CN-unknown": "China" });
      expect(Object.fromEntries(found.places)).toEqual({
        "CN-JL/tumen": "Tumen",
        "CN-JL": "Jilin",
        LA: "Laos",
      });
    });

    it("call a source by publisher and title, or by its reference where it has neither", async () => {
      const add = (publisher: string, title: string) =>
        addSource(store(), { source: aWrittenSource({ publisher, title }) }, actor);
      const [full, bare] = [await add("The Wire", "Twenty held"), await add("", "")];
      const { sources } = await names({ source: [full.ref, bare.ref, "SRC-222222"] });
      expect(Object.fromEntries(sources)).toEqual({
        [full.ref]: "The Wire, Twenty held",
        [bare.ref]: bare.ref,
      });
    });

    it("are refused to somebody who is not signed in", async () => {
      const nobody = { id: "nobody", role: "public" } as const;
      await expect(getFilterNames(store(), nobody, emptyIncidentFilter())).rejects.toThrow(
        "not_allowed",
      );
    });
  },
  { gazetteer: true },
);
