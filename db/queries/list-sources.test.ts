import { beforeAll, expect, it } from "vitest";
import { SOURCE_SORT_KEYS, SOURCE_TABLE } from "../../domain/source-table";
import { emptyTableRequest, parseTableRequest } from "../../domain/table-params";
import { onBothEngines } from "../testing";
import { logTableSample } from "../testing-tables";
import { listSources } from "./list-sources";

onBothEngines(
  "listing sources",
  (store) => {
    const actor = { id: "test", role: "researcher" } as const;
    let refs: Awaited<ReturnType<typeof logTableSample>>;
    beforeAll(async () => {
      refs = await logTableSample(store());
    });

    const list = (address = "") =>
      listSources(
        store(),
        actor,
        parseTableRequest(SOURCE_TABLE, new URLSearchParams(address)).request,
      );
    /** The names that the sample gives its sources, in the order of the table. */
    const names = async (address = "") => {
      const { rows, total } = await list(address);
      expect(total).toBe(rows.length);
      return rows.map((row) => Object.entries(refs).find(([, ref]) => ref === row.ref)![0]);
    };

    it("begins with the latest, those without a date last", async () => {
      expect(await names()).toEqual(["paper", "wire", "unused", "copy"]);
      expect(await names("sort=published")).toEqual(["wire", "paper", "unused", "copy"]);
    });

    it("tells what a source copies, and how much of the ledger rests on it", async () => {
      const { rows } = await list("sort=reliability");
      expect(rows.map(({ claims, incidents }) => [claims, incidents])).toEqual([
        [0, 0],
        [3, 2],
        [2, 1],
        [1, 1],
      ]);
      expect(rows[3]).toEqual({
        ref: refs.copy,
        kind: "news",
        publisher: "",
        title: "Held, says the wire",
        url: "",
        published: null,
        language: "en",
        reliability: "F",
        access: "restricted",
        copies: [
          { ref: refs.paper, publisher: "Morning Paper", title: "29명 체포" },
          { ref: refs.wire, publisher: "wire service", title: "Twenty held" },
        ],
        incidents: 1,
        claims: 1,
      });
      expect(rows[1]).toMatchObject({
        publisher: "wire service",
        published: { earliest: "2014-07-21", latest: "2014-07-27" },
        copies: [],
      });
    });

    it("sorts publishers without regard to capitals, unnamed ones last whichever way", async () => {
      expect(await names("sort=publisher")).toEqual(["unused", "paper", "wire", "copy"]);
      expect(await names("sort=-publisher")).toEqual(["wire", "paper", "unused", "copy"]);
    });

    it("sorts by every column, either way", async () => {
      expect(await names("sort=title")).toEqual(["paper", "copy", "wire", "unused"]);
      expect(await names("sort=-language")).toEqual(["paper", "wire", "copy", "unused"]);
      expect(await names("sort=kind")).toEqual(["wire", "copy", "unused", "paper"]);
      expect(await names("sort=-reliability")).toEqual(["copy", "paper", "wire", "unused"]);
      expect(await names("sort=-access")).toEqual(["copy", "unused", "paper", "wire"]);
      expect(await names("sort=-copies")).toEqual(["copy", "unused", "paper", "wire"]);
      expect(await names("sort=-incidents")).toEqual(["wire", "paper", "copy", "unused"]);
      expect(await names("sort=claims")).toEqual(["unused", "copy", "paper", "wire"]);
      for (const key of SOURCE_SORT_KEYS)
        for (const sort of [key, `-${key}`])
          expect((await names(`sort=${sort}`)).sort(), sort).toEqual([
            "copy",
            "paper",
            "unused",
            "wire",
          ]);
    });

    it("finds sources by words of publisher, title or address, by kind, reliability and access", async () => {
      expect(await names("q=WIRE")).toEqual(["wire", "copy"]);
      expect(await names("q=체포")).toEqual(["paper"]);
      expect(await names("q=example")).toEqual(["wire"]);
      expect(await names("kind=news&kind=government")).toEqual(["wire", "unused", "copy"]);
      expect(await names("reliability=B&reliability=C")).toEqual(["paper", "wire"]);
      expect(await names("access=restricted")).toEqual(["copy"]);
      expect(await names("access=restricted&kind=ngo")).toEqual([]);
    });

    it("finds nothing for what is not understood", async () => {
      for (const address of ["q=%22%22", "kind=rumour", "reliability=a", "access=secret"])
        expect(await list(address), address).toEqual({ rows: [], total: 0 });
    });

    it("is refused to somebody who is not signed in", async () => {
      const nobody = { id: "nobody", role: "public" } as const;
      await expect(listSources(store(), nobody, emptyTableRequest(SOURCE_TABLE))).rejects.toThrow(
        "not_allowed",
      );
    });
  },
  { gazetteer: true },
);
