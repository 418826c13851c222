import { expect, it } from "vitest";
import { anEvent } from "../../domain/testing-documents";
import { logIncident } from "../commands/log-incident";
import { onBothEngines } from "../testing";
import { listProvinces } from "./list-provinces";

onBothEngines(
  "the provinces the filter offers",
  (store) => {
    const actor = { id: "test", role: "researcher" } as const;

    it("are none while nothing is logged", async () => {
      expect(await listProvinces(store(), actor)).toEqual([]);
    });

    it("are those that events touch at any level and in any role, each once, by name", async () => {
      const places = [
        { role: "from", locationId: "CN-YN/kunming" },
        { role: "to", locationId: "CN-JL/tumen" },
      ] as const;
      const document = {
        title: "Taken from Kunming to Tumen",
        summary: "",
        groups: [],
        events: [
          anEvent("1", { places: [...places] }),
          anEvent("2", { places: [{ role: "at", locationId: "CN-YN" }] }),
          anEvent("3", { modality: "anticipated", places: [{ role: "to", locationId: "KP" }] }),
        ],
        claims: [],
      };
      await logIncident(store(), { document }, actor);
      expect(await listProvinces(store(), actor)).toEqual([
        { id: "CN-JL", name: "Jilin", countryId: "CN" },
        { id: "CN-YN", name: "Yunnan", countryId: "CN" },
      ]);
    });

    it("are refused to somebody who is not signed in", async () => {
      const nobody = { id: "nobody", role: "public" } as const;
      await expect(listProvinces(store(), nobody)).rejects.toThrow("not_allowed");
    });
  },
  { gazetteer: true },
);
