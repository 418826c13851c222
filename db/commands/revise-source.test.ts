import { beforeEach, expect, it } from "vitest";
import { aClaim, aDocument, aGroup, exactly } from "../../domain/testing-documents";
import { checkLog } from "../queries/check-log";
import { getIncident } from "../queries/get-incident";
import { onBothEngines } from "../testing";
import { aWrittenSource } from "../testing-tables";
import { addSource } from "./add-source";
import { logIncident } from "./log-incident";
import { reviseSource } from "./revise-source";

const ADMIN = { id: "admin", role: "admin" } as const;

onBothEngines("changing a source", (store) => {
  const actor = { id: "test", role: "researcher" } as const;
  const add = (publisher: string) =>
    addSource(store(), { source: aWrittenSource({ publisher, reliability: "B" }) }, actor);
  let first: { id: string; ref: string };
  let second: { id: string; ref: string };
  let incident: string;
  beforeEach(async () => {
    first = await add("Wire");
    second = await add("Paper");
    const count = { field: "count", groupId: "g", count: exactly(20) } as const;
    const document = aDocument({
      groups: [aGroup("g")],
      claims: [aClaim("c1", first.id, count), aClaim("c2", second.id, count)],
    });
    ({ ref: incident } = await logIncident(store(), { document }, actor));
  });
  const view = async () => (await getIncident(store(), actor, incident))!;

  it("recomputes what rests on it: a copy no longer corroborates", async () => {
    expect((await view()).headline.corroboration).toBe("corroborated");
    const source = aWrittenSource({ publisher: "Paper", derivedFrom: [first.id] });
    const revise = { ref: second.ref, version: 1, source, reason: "it quotes the wire" };
    expect(await reviseSource(store(), revise, actor)).toEqual({ version: 2 });
    const { headline, version } = await view();
    expect(headline).toMatchObject({ corroboration: "single_source", independentSources: 1 });
    expect(version).toBe(1);
  });

  it("never overwrites what another saved meanwhile", async () => {
    const revise = (title: string) =>
      reviseSource(
        store(),
        { ref: first.ref, version: 1, source: aWrittenSource({ title }), reason: "" },
        actor,
      );
    await revise("Theirs");
    await expect(revise("Mine")).rejects.toMatchObject({
      code: "source.stale_version",
      values: { given: 1, current: 2 },
    });
  });

  it("cannot derive from itself, not even through another", async () => {
    const revise = ({ ref }: { ref: string }, derivedFrom: string[]) =>
      reviseSource(
        store(),
        { ref, version: 1, source: aWrittenSource({ derivedFrom }), reason: "" },
        actor,
      );
    await revise(second, [first.id]);
    await expect(revise(first, [second.id])).rejects.toMatchObject({
      issues: [{ path: "derivedFrom", code: "source.derived_from_itself" }],
    });
    await expect(revise(first, ["nowhere"])).rejects.toMatchObject({
      issues: [{ path: "derivedFrom", code: "source.unknown", values: { value: "nowhere" } }],
    });
  });

  it("names every mistake at once and adds nothing", async () => {
    const source = aWrittenSource({
      url: "ftp://files.example",
      archivedUrl: "http://user:secret@site.example",
      title: "x".repeat(1_000_000),
      publisher: "\ud800",
      language: "English",
      accessed: "2014-02-30",
      kind: "rumour" as "news",
    });
    await expect(addSource(store(), { source }, actor)).rejects.toMatchObject({
      issues: [
        { path: "kind", code: "value.not_in_list" },
        { path: "publisher", code: "text.not_storable" },
        { path: "title", code: "text.too_long" },
        { path: "url", code: "source.not_a_web_address" },
        { path: "language" },
        { path: "accessed" },
        { path: "archivedUrl", code: "source.not_a_web_address" },
      ],
    });
  });

  it("is refused to whoever only reads", async () => {
    const viewer = { id: "viewer", role: "viewer" } as const;
    await expect(addSource(store(), { source: aWrittenSource() }, viewer)).rejects.toThrow(
      "not_allowed",
    );
  });

  it("leaves a log whose chain is whole", async () => {
    expect((await checkLog(store(), ADMIN)).faults).toEqual([]);
  });
});
