import { expect, it } from "vitest";
import { onBothEngines } from "../../db/testing";
import { logTableSample } from "../../db/testing-tables";
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

    it("knows a country by any of its names, and its code in any case", async () => {
      for (const field of ["country", "nationality"])
        for (const name of ["Myanmar", "myanmar", "Burma", "미얀마", "缅甸", "緬甸", "mm"])
          expect(await tidy(`${field}=${name}`), name).toBe(`${field}=MM`);
      expect(await tidy("country=UK&country=China")).toBe("country=GB&country=CN");
      for (const code of ["MM", "KP", "ZZ"]) expect(await tidy(`country=${code}`), code).toBeNull();
    });

    it("knows a source by words that no other has", async () => {
      const { wire } = await logTableSample(store());
      for (const words of ["wire+twenty", "TWENTY", "https%3A%2F%2Fwire.example%2Ftwenty"])
        expect(await tidy(`status=held&source=${words}`), words).toBe(`status=held&source=${wire}`);
      for (const words of ["e", "…", "nobody", wire, wire.toLowerCase()])
        expect(await tidy(`source=${encodeURIComponent(words)}`), words).toBeNull();
      expect(await tidy(`source=${wire}&source=twenty`)).toBe(`source=${wire}&source=${wire}`);
      expect(await tidy("source=wire&source=twenty")).toBeNull();
    });

    it("does not guess: no province, a town or a name of several stays as typed", async () => {
      for (const name of ["Atlantis", "Tumen", "Amazonas"])
        expect(await tidy(`province=${name}`), name).toBeNull();
      for (const name of ["Atlantis", "Tumen", "Yunnan", "Myan"])
        expect(await tidy(`country=${name}`), name).toBeNull();
    });

    it("does not look up a list that is too long", async () => {
      for (const one of ["province=Yunnan", "country=China"])
        expect(await tidy(Array(101).fill(one).join("&"))).toBeNull();
    });
  },
  { gazetteer: true },
);
