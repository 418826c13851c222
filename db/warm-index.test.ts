import { expect, it } from "vitest";
import { numbersOf } from "../domain/incident-index/incident-index";
import { openStore } from "./client";
import { onBothEngines } from "./testing";
import { logManyIncidents } from "./testing-incidents";
import { warmIndex } from "./warm-index";

const actor = { id: "test", role: "admin" } as const;

onBothEngines(
  "a store that was just opened",
  (store, url) => {
    it("knows its incidents before anybody asks", async () => {
      await logManyIncidents(store(), actor, 5);
      const opened = await openStore(url(), { readOnly: true });
      expect(numbersOf(opened.kept.index)).toEqual([]);
      await warmIndex(opened);
      expect(numbersOf(opened.kept.index).toSorted()).toEqual([1, 2, 3, 4, 5]);
      const { version } = opened.kept;
      expect(version).not.toBeNull();
      await warmIndex(opened);
      expect(opened.kept.version).toBe(version);
      await opened.close();
    });
  },
  { gazetteer: true },
);
