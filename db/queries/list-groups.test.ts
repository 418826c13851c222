import { beforeAll, expect, it } from "vitest";
import { GROUP_SORT_KEYS, GROUP_TABLE, type GroupFilter } from "../../domain/group-table";
import { emptyTableRequest, parseTableRequest } from "../../domain/table-params";
import { onBothEngines } from "../testing";
import { logTableSample } from "../testing-tables";
import { listGroups } from "./list-groups";

onBothEngines(
  "listing groups",
  (store) => {
    const actor = { id: "test", role: "researcher" } as const;
    beforeAll(() => logTableSample(store()));

    const list = (address = "") =>
      listGroups(
        store(),
        actor,
        parseTableRequest(GROUP_TABLE, new URLSearchParams(address)).request,
      );
    const ids = async (address = "") => (await list(address)).rows.map((row) => row.id);
    const filtered = async (filter: Partial<GroupFilter>) => {
      const request = emptyTableRequest(GROUP_TABLE);
      const found = await listGroups(store(), actor, {
        ...request,
        filter: { ...request.filter, ...filter },
      });
      expect(found.total).toBe(found.rows.length);
      return found.rows.map((row) => row.id);
    };

    it("gives every group of every incident that was not merged away, by the incident's title", async () => {
      expect(await list()).toMatchObject({ total: 5 });
      expect(await ids()).toEqual(["family", "three", "all", "part", "guides"]);
    });

    it("tells how many people the claims make it, whose part they are and what became of them", async () => {
      const { rows } = await list("sort=title");
      expect(rows[2]).toMatchObject({
        id: "all",
        incident: { title: "Sweep in two provinces", reviewStatus: "draft" },
        label: "everyone",
        nationality: { id: "KP", name: "North Korea" },
        count: { low: 20, high: 29 },
        partOf: null,
        circumstances: ["infant"],
        statuses: ["deported", "arrested"],
      });
      expect(rows[3]).toMatchObject({
        id: "part",
        count: { low: 9, best: 9, high: 9 },
        partOf: { label: "everyone", count: { low: 20, high: 29 } },
        ageBand: "18-59",
        sex: "female",
      });
      expect(rows[0]).toMatchObject({ id: "family", unit: "family", statuses: ["released"] });
      expect(rows[1]).toMatchObject({
        id: "three",
        nationality: null,
        count: { low: null, best: 3, high: null },
        statuses: ["arrested"],
      });
    });

    it("sorts by people either way, families last because nobody knows how many people they are", async () => {
      const sorted = await ids("sort=-people");
      expect(sorted).toEqual(["all", "part", "guides", "three", "family"]);
      expect(await ids("sort=people")).toEqual(["three", "guides", "part", "all", "family"]);
    });

    it.each([
      ["nationality", "three"],
      ["age", "family"],
      ["role", "three"],
      ["circumstances", "three"],
      ["part", "family"],
    ])("puts what is unknown last whichever way it sorts by %s", async (key, unknown) => {
      for (const sort of [key, `-${key}`]) {
        const sorted = await ids(`sort=${sort}`);
        const known = { nationality: 4, age: 1, role: 4, circumstances: 2, part: 1 }[key]!;
        expect(sorted.slice(known), sort).toContain(unknown);
      }
    });

    it("has every group exactly once whatever it sorts by", async () => {
      for (const key of GROUP_SORT_KEYS)
        for (const sort of [key, `-${key}`])
          expect((await ids(`sort=${sort}`)).sort(), sort).toEqual([
            "all",
            "family",
            "guides",
            "part",
            "three",
          ]);
    });

    it("finds groups by role, nationality and words of their incident", async () => {
      expect(await filtered({ role: ["helper"] })).toEqual(["guides"]);
      expect(await filtered({ nationality: ["KP"] })).toEqual(["family", "all", "part"]);
      expect(await filtered({ nationality: ["MM"] })).toEqual([]);
      expect(await filtered({ q: "GUIDES families" })).toEqual(["all", "part", "guides"]);
      expect(await filtered({ q: "guides", role: ["seeking_refuge"] })).toEqual(["all", "part"]);
    });

    it("finds a group by what became of only some of it", async () => {
      expect(await filtered({ status: ["deported"] })).toContain("all");
      expect(await filtered({ status: ["arrested"] })).toEqual(["three", "all", "part", "guides"]);
      expect(await filtered({ status: ["released"] })).toEqual(["family"]);
      expect(await filtered({ status: ["died"] })).toEqual([]);
    });

    it("finds nothing for a search without a word and for what is not understood", async () => {
      for (const address of ["q=%20", "q=%21", "role=nonsense", "nationality=KPX", "colour=red"])
        expect(await list(address), address).toEqual({ rows: [], total: 0 });
    });

    it("keeps the total on a page behind the last", async () => {
      expect(await list("page=2")).toEqual({ rows: [], total: 5 });
    });

    it("is refused to somebody who is not signed in", async () => {
      const nobody = { id: "nobody", role: "public" } as const;
      await expect(listGroups(store(), nobody, emptyTableRequest(GROUP_TABLE))).rejects.toThrow(
        "not_allowed",
      );
    });
  },
  { gazetteer: true },
);
