import { expect, it } from "vitest";
import type { Actor } from "../../domain/actor";
import { LOG_TABLE, logContradictions } from "../../domain/log-table";
import { loggedLink } from "../../domain/logged-link";
import { parseTableRequest } from "../../domain/table-params";
import { aDocument } from "../../domain/testing-documents";
import type { Clock } from "../clock";
import { systemClock } from "../clock";
import { addSource } from "../commands/add-source";
import { decideNotSame } from "../commands/decide-not-same";
import { linkIncidents } from "../commands/link-incidents";
import { logIncident } from "../commands/log-incident";
import { purgeRevisions } from "../commands/purge-revisions";
import { reviseIncident } from "../commands/revise-incident";
import { unlinkIncidents } from "../commands/unlink-incidents";
import { onBothEngines } from "../testing";
import { aWrittenSource } from "../testing-tables";
import { getIncident } from "./get-incident";
import { listLog } from "./list-log";
import { listLogActors } from "./list-log-actors";

const ann: Actor = { id: "ann", role: "reviewer", from: "/incidents/new" };
const bo: Actor = { id: "bo", role: "admin" };

onBothEngines("the log", (store) => {
  const ask = (address: string) =>
    parseTableRequest(LOG_TABLE, new URLSearchParams(address)).request;
  const found = async (address: string) => {
    const { rows, total } = await listLog(store(), ann, ask(address));
    expect(total).toBe(rows.length);
    return rows.map(({ seq }) => seq);
  };
  const on = (day: string): Clock => ({ ...systemClock, now: () => Date.parse(day) });
  let refs: { one: string; two: string; source: string };

  it("is empty at first", async () => {
    expect(await listLog(store(), ann, ask(""))).toEqual({ rows: [], total: 0 });
    expect(await listLogActors(store(), ann)).toEqual([]);
  });

  it("shows newest first who did what with what, when, from where and why", async () => {
    const document = aDocument({ title: "One" });
    const one = await logIncident(store(), { document }, ann, on("2026-01-30T23:59:59.999Z"));
    const two = await logIncident(store(), { document }, bo, on("2026-01-31T00:00:00Z"));
    const source = await addSource(
      store(),
      { source: aWrittenSource({ publisher: "Wire" }) },
      bo,
      on("2026-01-31T23:59:59.999Z"),
    );
    await reviseIncident(
      store(),
      { ref: one.ref, version: 1, document: { ...document, title: "Uno" }, reason: "spelling" },
      bo,
      on("2026-02-01T00:00:00Z"),
    );
    refs = { one: one.ref, two: two.ref, source: source.ref };
    const { rows, total } = await listLog(store(), ann, ask(""));
    expect(total).toBe(4);
    expect(rows[0]).toMatchObject({
      seq: 4,
      at: Date.parse("2026-02-01T00:00:00Z"),
      actor: "bo",
      action: "revise",
      entity: "incident",
      version: 2,
      reason: "spelling",
      origin: "",
      emptied: false,
      incident: { ref: one.ref, title: "Uno" },
      source: null,
      before: { title: "One" },
      after: { title: "Uno" },
    });
    expect(rows[1]).toMatchObject({
      incident: null,
      source: { ref: source.ref, publisher: "Wire", title: "" },
    });
    expect(rows[3]).toMatchObject({ seq: 1, origin: "/incidents/new", before: null });
    expect(await listLogActors(store(), ann)).toEqual(["ann", "bo"]);
  });

  it("is filtered by who, what, of what and when, both days included, and any of these at once", async () => {
    expect(await found("who=ann")).toEqual([1]);
    expect(await found("who=ann&who=bo")).toEqual([4, 3, 2, 1]);
    expect(await found("action=log&action=add")).toEqual([3, 2, 1]);
    expect(await found("entity=source")).toEqual([3]);
    expect(await found("from=2026-01-31&to=2026-01-31")).toEqual([3, 2]);
    expect(await found("from=2026-02")).toEqual([4]);
    expect(await found("to=2026-01-30")).toEqual([1]);
    expect(await found("who=bo&action=log&from=2026-01-31")).toEqual([2]);
    expect(await found("sort=entry")).toEqual([1, 2, 3, 4]);
  });

  it("is filtered by the reference of an incident or a source", async () => {
    expect(await found(`reference=${refs.one.toLowerCase()}`)).toEqual([4, 1]);
    expect(await found(`reference=${refs.source}`)).toEqual([3]);
    expect(await found("reference=INC-222222")).toEqual([]);
  });

  it("finds an incident's links, also those that are gone", async () => {
    const { one, two } = refs;
    const link = { from: one, to: two, type: "follows", note: "a month later" } as const;
    await linkIncidents(store(), link, bo);
    const { links } = (await getIncident(store(), ann, one))!;
    await unlinkIncidents(store(), { linkId: links[0]!.linkId }, bo);
    await decideNotSame(store(), { from: one, to: two, reason: "other people" }, bo);
    expect(await found(`reference=${two}`)).toEqual([7, 6, 5, 2]);
    const { rows } = await listLog(store(), ann, ask("entity=link"));
    expect(rows.map(loggedLink)).toEqual([{ from: one, to: two, note: "" }, link, link]);
  });

  it("comes in pages", async () => {
    const { rows, total } = await listLog(store(), ann, {
      ...ask(""),
      page: { page: 2, size: 25 },
    });
    expect([rows.length, total]).toEqual([0, 7]);
  });

  it("finds nothing where the address makes a mistake", async () => {
    for (const address of ["action=fly", "reference=x", "from=yesterday", "colour=red"]) {
      expect(await found(address), address).toEqual([]);
    }
    expect(await found("from=2026-02-01&to=2026-01-01")).toEqual([]);
    expect(logContradictions(ask("from=2026-02-01&to=2026-01-01"))).toEqual([
      {
        path: "from",
        code: "filter.from_after_to",
        values: { from: "2026-02-01", to: "2026-01-01" },
      },
    ]);
    expect(logContradictions(ask("from=2026-02-01&to=2026-02-01"))).toEqual([]);
  });

  it("says of what was purged only that it was", async () => {
    await purgeRevisions(store(), { entries: [1], reason: "A name." }, bo);
    const { rows } = await listLog(store(), ann, ask("sort=entry"));
    expect(rows[0]).toMatchObject({ emptied: true, before: null, after: null });
    expect(rows.at(-1)).toMatchObject({ action: "purge", entity: "entry", entityId: "1" });
  });

  it("is refused to whoever is no reviewer", async () => {
    const researcher = { id: "r", role: "researcher" } as const;
    await expect(listLog(store(), researcher, ask(""))).rejects.toThrow("not_allowed");
    await expect(listLogActors(store(), researcher)).rejects.toThrow("not_allowed");
  });
});
