import { beforeAll, expect, it } from "vitest";
import { FIRST_PAGE } from "../../domain/incident-page";
import { onBothEngines } from "../testing";
import { logTableSample } from "../testing-tables";
import { getSource } from "./get-source";

onBothEngines(
  "the page of a source",
  (store) => {
    const actor = { id: "test", role: "researcher" } as const;
    let refs: Awaited<ReturnType<typeof logTableSample>>;
    beforeAll(async () => {
      refs = await logTableSample(store());
    });
    const get = (ref: string) => getSource(store(), actor, { ref, page: FIRST_PAGE });

    it("has everything written about it but its stored text", async () => {
      const view = await get(refs.wire);
      expect(view).toMatchObject({
        ref: refs.wire,
        version: 1,
        publisher: "wire service",
        title: "Twenty held",
        quotable: true,
        storedCharacters: 24,
        published: { earliest: "2014-07-21", latest: "2014-07-27" },
      });
      expect(JSON.stringify(view)).not.toContain("Twenty people were held.");
    });

    it("names what it copies and what copies it", async () => {
      expect((await get(refs.copy))!.copies.map(({ ref }) => ref)).toEqual([refs.paper, refs.wire]);
      expect((await get(refs.copy))!.copiedBy).toEqual([]);
      expect((await get(refs.wire))!.copiedBy).toEqual([
        { ref: refs.copy, publisher: "", title: "Held, says the wire" },
      ]);
    });

    it("has its claims by incident, newest incident first, with what each speaks of", async () => {
      const { claims, incidents } = (await get(refs.wire))!;
      expect(claims).toBe(3);
      expect(incidents.total).toBe(2);
      expect(incidents.rows.map((row) => row.ref)).toEqual([refs.sweep, refs.crossing]);
      expect(incidents.rows[0]!.claims).toMatchObject([
        {
          field: "count",
          count: { low: 20, best: 20, high: 20 },
          group: { label: "everyone", role: "seeking_refuge" },
          event: null,
        },
        {
          field: "place",
          count: null,
          place: { role: "at", locationId: "CN-YN/kunming" },
          placeName: "Kunming",
          event: { type: "arrest" },
          quote: "in Kunming",
          locator: "second paragraph",
          scope: "unknown",
          scopeText: "only nine",
        },
      ]);
      expect(incidents.rows[1]!.claims).toMatchObject([{ statement: "Three were seen." }]);
    });

    it("is there even when nothing rests on it", async () => {
      expect(await get(refs.unused)).toMatchObject({
        claims: 0,
        incidents: { rows: [], total: 0 },
        storedCharacters: 0,
      });
    });

    it("is null where there is no such source", async () => {
      for (const ref of ["SRC-222222", "", "\ud800", "' or 1=1 --"])
        expect(await get(ref), ref).toBeNull();
    });

    it("is refused to somebody who is not signed in", async () => {
      const nobody = { id: "nobody", role: "public" } as const;
      await expect(
        getSource(store(), nobody, { ref: refs.wire, page: FIRST_PAGE }),
      ).rejects.toThrow("not_allowed");
    });
  },
  { gazetteer: true },
);
