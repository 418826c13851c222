import { expect, it } from "vitest";
import { onBothEngines } from "../testing";
import { findPlaces } from "./find-places";

onBothEngines(
  "finding a place",
  (store) => {
    const actor = { id: "test", role: "researcher" } as const;
    const ids = async (typed: string, exact = false) =>
      (await findPlaces(store(), actor, { typed, exact })).map((place) => place.id);

    it("works by any of its names", async () => {
      for (const name of ["Tumen", "tumen", "Tunmen", "图们", "투먼", "도문"])
        expect(await ids(name, true), name).toContain("CN-JL/tumen");
    });

    it("tells places of one name apart by what is around them", async () => {
      expect(await ids("Jilin", true)).toEqual(["CN-JL", "CN-JL/jilin-city"]);
      expect((await ids("Nanping, Jilin"))[0]).toBe("CN-JL/nanping");
      expect(await ids("Kunming, Yunnan, China", true)).toEqual(["CN-YN/kunming"]);
    });

    it("takes an id for a name", async () => {
      expect(await ids("CN-YN", true)).toEqual(["CN-YN"]);
    });

    it("offers what begins with the letters typed, whole names first", async () => {
      const [first, ...others] = await findPlaces(store(), actor, { typed: "Kunm" });
      expect(first).toMatchObject({ id: "CN-YN/kunming", label: "Kunming, Yunnan, China" });
      expect(others.length).toBeLessThan(20);
      expect((await ids("China"))[0]).toBe("CN");
    });

    it("offers no more than twenty, and also those that many others stand before", async () => {
      expect(await ids("tu")).toHaveLength(20);
      const around = await findPlaces(store(), actor, { typed: "tu, Jilin" });
      expect(around.map(({ id }) => id)).toContain("CN-JL/tumen");
      expect(around.every(({ label }) => label.includes("Jilin"))).toBe(true);
      expect(await ids("tu")).not.toContain("CN-JL/tumen");
    });

    it("finds nothing for what is no name", async () => {
      for (const typed of [
        "",
        " ",
        "%",
        "_",
        "\0",
        "\ud800",
        "'; drop table location --",
        "__proto__",
        "constructor",
        "x".repeat(1_000_000),
      ])
        expect(await ids(typed), JSON.stringify(typed.slice(0, 30))).toEqual([]);
    });

    it("is refused to somebody who is not signed in", async () => {
      const nobody = { id: "nobody", role: "public" } as const;
      await expect(findPlaces(store(), nobody, { typed: "Tumen" })).rejects.toThrow("not_allowed");
    });
  },
  { gazetteer: true },
);
