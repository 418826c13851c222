import { beforeAll, expect, it } from "vitest";
import { parseIncidentFilter } from "../domain/incident-filter";
import { idsOfNumbers } from "./ids-of-numbers";
import { latestChanged } from "./latest-changed";
import { listIncidents } from "./queries/list-incidents";
import { readIncidentRows } from "./read-incident-rows";
import { atOneMoment } from "./store-index";
import { onBothEngines } from "./testing";
import { logManyIncidents } from "./testing-incidents";

const actor = { id: "test", role: "admin" } as const;

onBothEngines(
  "the latest changes",
  (store) => {
    beforeAll(async () => {
      await logManyIncidents(store(), actor, 40);
    });

    it.each([
      ["read in one go", { batch: 500, most: 20 }],
      ["read step by step", { batch: 3, most: 20 }],
      ["put in order, where there are few among the latest", { batch: 2, most: 1 }],
    ])("are those that a list sorted so begins with: %s", async (_how, pace) => {
      for (const query of ["", "province=CN-YN", "type=arrest", "type=arest"]) {
        const { filter } = parseIncidentFilter(new URLSearchParams(query));
        const found = await atOneMoment(store(), async (moment) => {
          const numbers = await latestChanged(store(), moment, filter, 5, pace);
          const ids = await idsOfNumbers(store(), moment.db, numbers);
          return readIncidentRows(store(), moment.db, ids);
        });
        const sort = { key: "updated", descending: true } as const;
        const { rows } = await listIncidents(store(), actor, {
          filter,
          sort,
          page: { page: 1, size: 100 },
        });
        expect(found.map(({ ref }) => ref)).toEqual(rows.slice(0, 5).map(({ ref }) => ref));
      }
    });
  },
  { gazetteer: true },
);
