import { beforeAll, expect, it } from "vitest";
import { onBothEngines } from "../testing";
import { logTableSample } from "../testing-tables";
import { findSources } from "./find-sources";

onBothEngines(
  "finding sources by their references",
  (store) => {
    const actor = { id: "test", role: "researcher" } as const;
    let refs: Awaited<ReturnType<typeof logTableSample>>;
    beforeAll(async () => {
      refs = await logTableSample(store());
    });

    it("gives what citing them needs, and passes over what is no source", async () => {
      const found = await findSources(store(), actor, [refs.paper, "SRC-222222", "'", "\ud800"]);
      expect(found).toMatchObject([
        {
          ref: refs.paper,
          publisher: "Morning Paper",
          title: "29명 체포",
          published: { earliest: "2014-07-23", latest: "2014-07-23" },
        },
      ]);
      expect(await findSources(store(), actor, [])).toEqual([]);
    });

    it("tells that a date of publication is not known", async () => {
      expect(await findSources(store(), actor, [refs.unused])).toMatchObject([{ published: null }]);
    });

    it("is refused to somebody who is not signed in", async () => {
      const nobody = { id: "nobody", role: "public" } as const;
      await expect(findSources(store(), nobody, [])).rejects.toThrow("not_allowed");
    });
  },
  { gazetteer: true },
);
