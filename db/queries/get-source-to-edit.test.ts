import { beforeAll, expect, it } from "vitest";
import { onBothEngines } from "../testing";
import { logTableSample } from "../testing-tables";
import { getSourceToEdit } from "./get-source-to-edit";

onBothEngines(
  "getting a source to edit it",
  (store) => {
    const actor = { id: "test", role: "researcher" } as const;
    let refs: Awaited<ReturnType<typeof logTableSample>>;
    beforeAll(async () => {
      refs = await logTableSample(store());
    });

    it("gives all that is written of it, the stored text too", async () => {
      expect(await getSourceToEdit(store(), actor, refs.wire)).toMatchObject({
        ref: refs.wire,
        version: 1,
        source: {
          publisher: "wire service",
          storedText: "Twenty people were held.",
          quotable: true,
        },
        copies: [],
      });
    });

    it("names what it copies", async () => {
      const copy = await getSourceToEdit(store(), actor, refs.copy);
      expect(copy?.copies.map(({ ref }) => ref).sort()).toEqual([refs.paper, refs.wire].sort());
    });

    it("gives nothing for an unknown reference", async () => {
      expect(await getSourceToEdit(store(), actor, "SRC-222222")).toBeNull();
    });

    it("is refused to whoever may not change it", async () => {
      const viewer = { id: "viewer", role: "viewer" } as const;
      await expect(getSourceToEdit(store(), viewer, refs.wire)).rejects.toThrow("not_allowed");
    });
  },
  { gazetteer: true },
);
