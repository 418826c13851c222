import { beforeAll, expect, it } from "vitest";
import { parseIncidentFilter } from "../../domain/incident-filter";
import { aClaim, aDocument, aGroup, anEvent } from "../../domain/testing-documents";
import { addSource } from "../commands/add-source";
import { logIncident } from "../commands/log-incident";
import { onBothEngines } from "../testing";
import { aWrittenSource, logTableSample } from "../testing-tables";
import { countIncidents } from "./count-incidents";
import { suggestFilters } from "./suggest-filters";

onBothEngines(
  "what a typed text may mean as a filter",
  (store) => {
    const actor = { id: "test", role: "researcher" } as const;
    let refs: Awaited<ReturnType<typeof logTableSample>>;
    const filterOf = (query: string) => parseIncidentFilter(new URLSearchParams(query)).filter;
    const suggest = async (typed: string, beside = "") =>
      (await suggestFilters(store(), actor, typed, filterOf(beside))).map(
        ({ field, value, incidents }) => `${field} ${value} ${incidents}`,
      );
    beforeAll(async () => {
      refs = await logTableSample(store());
      for (let n = 0; n < 10; n++) {
        const source = aWrittenSource({ publisher: `Gazette ${n}`, title: "Daily notice" });
        const { id } = await addSource(store(), { source }, { id: "test", role: "admin" });
        const document = aDocument({
          title: `Notice ${n}`,
          events: [anEvent("e", { places: [{ role: "at", locationId: "CN-HL" }] })],
          groups: [aGroup("g", { nationality: "KP" })],
          claims: [aClaim("c", id)],
        });
        await logIncident(store(), { document }, { id: "test", role: "admin" });
      }
    });

    it("is places by how any of their names begins, a country as a nationality too, and how many each finds", async () => {
      expect(await suggest("Heilong")).toEqual(["province CN-HL 10"]);
      expect(await suggest("黑龙")).toEqual(["province CN-HL 10"]);
      expect(await suggest("longjiang")).toEqual([]);
      for (const name of ["Tumen", "图们", "도문"])
        expect(await suggest(name), name).toContain("place CN-JL/tumen 1");
      expect(await suggest("North Korea")).toContain("nationality KP 12");
    });

    it("is sources by words, parts of words and their address, where an incident rests on them", async () => {
      expect(await suggest("wire twenty")).toContain(`source ${refs.wire} 2`);
      expect(await suggest("wenty hel")).toContain(`source ${refs.wire} 2`);
      expect(await suggest("https://wire.example/twenty")).toEqual([`source ${refs.wire} 2`]);
      expect(await suggest("체포")).toEqual([`source ${refs.paper} 1`]);
      expect(await suggest("Ministry")).toEqual([]);
      expect(await suggest("gazette 7")).toHaveLength(1);
    });

    it("is the source of a reference, in whatever case it is typed", async () => {
      for (const ref of [refs.wire, refs.wire.toLowerCase(), ` ${refs.wire} `])
        expect(await suggest(ref)).toEqual([`source ${refs.wire} 2`]);
    });

    it("finds as many beside what is asked for as it says, and what finds nothing there is left out", async () => {
      expect(await suggest("Heilong", "nationality=KP&q=nothing")).toEqual(["province CN-HL 10"]);
      expect(await suggest("Heilong", "province=CN-JL&place=CN-JL/tumen")).toEqual([]);
      expect(await suggest("Heilong", "people_min=many")).toEqual([]);
      let found = 0;
      for (const beside of [
        "nationality=KP",
        "province=CN-HL",
        "place=CN-HL&country=RU",
        "type=arrest&from=2014",
        "country=CN&status=held",
        `source=${refs.paper}`,
      ])
        for (const typed of ["Tumen", "Jilin", "Heilong", "China", "North Korea", "wire", "daily"])
          for (const one of await suggestFilters(store(), actor, typed, filterOf(beside))) {
            const filter = filterOf(`${beside}&${one.field}=${one.value}`);
            const [total] = await countIncidents(store(), actor, [filter]);
            expect([beside, one, total]).toEqual([beside, one, one.incidents]);
            found++;
          }
      expect(found).toBeGreaterThan(20);
    });

    it("is no more than four sources, the last by their references", async () => {
      const found = await suggest("daily notice");
      expect(found).toHaveLength(4);
      expect(found).toEqual(found.toSorted().reverse());
    });

    it("is nothing for a text without a letter or digit, one that leaves something out, and one that is too long", async () => {
      for (const typed of ["", "…", "-Tumen", "Tumen -Jilin", "x ".repeat(20_000)])
        expect(await suggest(typed)).toEqual([]);
    });

    it("is refused to somebody who is not signed in", async () => {
      const nobody = { id: "nobody", role: "public" } as const;
      await expect(suggestFilters(store(), nobody, "Tumen")).rejects.toThrow("not_allowed");
    });
  },
  { gazetteer: true },
);
