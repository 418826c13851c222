import { beforeAll, expect, it } from "vitest";
import { parseIncidentFilter } from "../../domain/incident-filter";
import type { IncidentRow } from "../../domain/incident-row";
import { DEFAULT_SORT } from "../../domain/incident-sort";
import { aClaim, aDocument, days } from "../../domain/testing-documents";
import { addSource } from "../commands/add-source";
import { logIncident } from "../commands/log-incident";
import { onBothEngines } from "../testing";
import { aWrittenSource } from "../testing-tables";
import { exportIncidents } from "./export-incidents";

const actor = { id: "test", role: "admin" } as const;
const { filter } = parseIncidentFilter(new URLSearchParams());
const asked = { filter, sort: { key: "title" as const, descending: false }, batch: 2 };

onBothEngines("an export of incidents", (store) => {
  const log = (title: string) => logIncident(store(), { document: aDocument({ title }) }, actor);
  const titlesOf = (rows: IncidentRow[]) => rows.map(({ title }) => title).join("");

  beforeAll(async () => {
    for (const title of ["e", "c", "a", "d", "b"]) await log(title);
  });

  it("is all of one moment, while others go on writing", async () => {
    const batches = exportIncidents(store(), actor, asked);
    expect(titlesOf((await batches.next()).value as IncidentRow[])).toBe("ab");
    await log("bb");
    const later: string[] = [];
    for await (const batch of batches) later.push(titlesOf(batch));
    expect(later).toEqual(["cd", "e"]);
    const again: string[] = [];
    for await (const batch of exportIncidents(store(), actor, asked)) again.push(titlesOf(batch));
    expect(again).toEqual(["ab", "bbc", "de"]);
  });

  it("lets others have their turn between two batches", async () => {
    let [turns, isOver] = [0, false];
    const takeTurns = () => {
      turns++;
      if (!isOver) setImmediate(takeTurns);
    };
    setImmediate(takeTurns);
    let count = 0;
    for await (const _batch of exportIncidents(store(), actor, { ...asked, batch: 1 })) count++;
    isOver = true;
    expect(turns).toBeGreaterThanOrEqual(count - 1);
  });

  it("ends its moment when it is left early, however often", async () => {
    for (let n = 0; n < 12; n++)
      for await (const batch of exportIncidents(store(), actor, asked)) {
        expect(batch).toHaveLength(2);
        break;
      }
  });

  it("cites the sources whose claims stand, each once, by date, undated last", async () => {
    const add = (publisher: string, published: ReturnType<typeof days> | null) =>
      addSource(store(), { source: aWrittenSource({ publisher, published }) }, actor);
    const undated = await add("Undated", null);
    const late = await add("Late", days("2014-07-24", "2014-07-24"));
    const early = await add("Early", days("2014-07-01", "2014-07-31"));
    const rejected = await add("Rejected", days("2014-07-02", "2014-07-02"));
    const claims = [undated, late, early, late].map(({ id }, at) => aClaim(`c${at}`, id));
    claims.push(aClaim("c9", rejected.id, { assessment: "rejected" }));
    await logIncident(store(), { document: aDocument({ title: "zz", claims }) }, actor);
    const rows: IncidentRow[] = [];
    for await (const batch of exportIncidents(store(), actor, asked)) rows.push(...batch);
    const last = rows.at(-1)!;
    expect(last.title).toBe("zz");
    expect(last.citations!.map(({ publisher }) => publisher)).toEqual(["Early", "Late", "Undated"]);
    expect(rows[0]!.citations).toEqual([]);
  });

  it("is refused to those who may not export, before anything is read", async () => {
    const stranger = { id: "nobody", role: "public" } as const;
    const batches = exportIncidents(store(), stranger, { filter, sort: DEFAULT_SORT });
    await expect(batches.next()).rejects.toThrow("not_allowed");
  });
});
