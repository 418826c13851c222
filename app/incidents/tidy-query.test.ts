import { expect, it } from "vitest";
import { onBothEngines } from "../../db/testing";
import { tidyQuery } from "./tidy-query";

onBothEngines(
  "tidying the query of a form",
  (store) => {
    const actor = { id: "test", role: "researcher" } as const;
    const tidy = async (query: string) =>
      (await tidyQuery(store(), actor, new URLSearchParams(query)))?.toString() ?? null;

    it("takes out what was left blank and keeps the rest in its order", async () => {
      expect(await tidy("q=&province=CN-YN&from=&to=2014&province=")).toBe(
        "province=CN-YN&to=2014",
      );
    });

    it("leaves alone what is tidy, mistakes included", async () => {
      for (const query of [
        "",
        "province=CN-YN&from=2014",
        "foo=1&page=-1",
        "q=+",
        "province=CN-XX",
      ])
        expect(await tidy(query), query).toBeNull();
    });

    it("knows a province by any of its names", async () => {
      for (const name of ["Yunnan", "yunnan", "云南", "云南省", "윈난성", "Yunnan, China"])
        expect(await tidy(`province=${name}`), name).toBe("province=CN-YN");
    });

    it("knows a place of any size by its names, and leaves its id alone", async () => {
      for (const name of ["Tumen", "图们", "Tumen, Jilin", "CN-JL/tumen"])
        expect((await tidy(`place=${name}`)) ?? `place=${encodeURIComponent(name)}`, name).toBe(
          "place=CN-JL%2Ftumen",
        );
    });

    it("does not guess: no province, a town or a name of several stays as typed", async () => {
      for (const name of ["Atlantis", "Tumen", "Amazonas"])
        expect(await tidy(`province=${name}`), name).toBeNull();
    });

    it("does not look up a list that is too long", async () => {
      expect(await tidy("province=Yunnan&".repeat(101).slice(0, -1))).toBeNull();
    });
  },
  { gazetteer: true },
);
