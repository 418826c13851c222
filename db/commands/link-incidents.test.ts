import { beforeEach, expect, it } from "vitest";
import { aDocument } from "../../domain/testing-documents";
import type { LinkType } from "../../domain/vocabulary";
import { checkLog } from "../queries/check-log";
import { getIncident } from "../queries/get-incident";
import { onBothEngines } from "../testing";
import { decideNotSame } from "./decide-not-same";
import { linkIncidents } from "./link-incidents";
import { logIncident } from "./log-incident";
import { unlinkIncidents } from "./unlink-incidents";

const ADMIN = { id: "admin", role: "admin" } as const;

onBothEngines("linking incidents", (store) => {
  const actor = { id: "test", role: "researcher" } as const;
  const log = async (title: string) =>
    (await logIncident(store(), { document: aDocument({ title }) }, actor)).ref;
  const view = async (ref: string) => (await getIncident(store(), actor, ref))!;
  let first: string;
  let second: string;
  beforeEach(async () => {
    first = await log("First");
    second = await log("Second");
  });

  it("shows the link from both sides, once however often it is made", async () => {
    const link = { from: first, to: second, type: "follows", note: "a week later" } as const;
    await linkIncidents(store(), link, actor);
    await linkIncidents(store(), link, actor);
    expect((await view(first)).links).toMatchObject([
      { ref: second, title: "Second", type: "follows", note: "a week later", outgoing: true },
    ]);
    expect((await view(second)).links).toMatchObject([{ ref: first, outgoing: false }]);
  });

  it("refuses a link to itself, to nothing and of an unknown kind", async () => {
    const link = (rest: object) =>
      linkIncidents(
        store(),
        { from: first, to: second, type: "related", note: "", ...rest },
        actor,
      );
    await expect(link({ to: first })).rejects.toThrow("link.to_itself");
    await expect(link({ to: "INC-222222" })).rejects.toThrow("incident.not_found");
    await expect(link({ type: "married", note: "\0" })).rejects.toMatchObject({
      issues: [
        { path: "type", code: "value.not_in_list" },
        { path: "note", code: "text.not_storable" },
      ],
    });
    expect((await view(first)).links).toEqual([]);
  });

  it("links several with one at once, says which were linked already, and makes all links or none", async () => {
    const third = await log("Third");
    const link = { to: third, type: "part_of", note: "One operation." } as const;
    expect(await linkIncidents(store(), { ...link, from: second }, actor)).toEqual({
      linked: [second],
      already: [],
    });
    const several = { ...link, from: [first, second, first] };
    expect(await linkIncidents(store(), several, actor)).toEqual({
      linked: [first],
      already: [second],
    });
    expect((await view(third)).links.map(({ ref }) => ref).sort()).toEqual([first, second].sort());
    const other = { ...link, type: "follows" } as const;
    for (const from of [
      [first, third],
      [first, "INC-222222"],
    ])
      await expect(linkIncidents(store(), { ...other, from }, actor)).rejects.toThrow(
        /link.to_itself|incident.not_found/,
      );
    await expect(
      linkIncidents(
        store(),
        { ...other, from: [first, second], note: "Call 010-0000-4821." },
        actor,
      ),
    ).rejects.toMatchObject({ issues: [{ path: "note", code: "personal_data.blocked" }] });
    expect((await view(third)).links).toHaveLength(2);
  });

  it("links once what is the same from both ends, and what follows in either direction", async () => {
    const fourth = await log("Fourth");
    const fifth = await log("Fifth");
    const link = async (from: string, to: string, type: LinkType) =>
      (await linkIncidents(store(), { from, to, type, note: "" }, actor)).linked.length;
    for (const type of ["related", "same_operation"] as const)
      expect([type, await link(fourth, fifth, type), await link(fifth, fourth, type)]).toEqual([
        type,
        1,
        0,
      ]);
    expect(await link(fourth, fifth, "follows")).toBe(1);
    expect(await link(fifth, fourth, "follows")).toBe(1);
    expect((await view(fourth)).links).toHaveLength(4);
  });

  it("takes a link away", async () => {
    await linkIncidents(store(), { from: first, to: second, type: "related", note: "" }, actor);
    const [link] = (await view(first)).links;
    await unlinkIncidents(store(), { linkId: link!.linkId }, actor);
    expect((await view(first)).links).toEqual([]);
    await expect(unlinkIncidents(store(), { linkId: link!.linkId }, actor)).rejects.toThrow(
      "link.not_found",
    );
  });

  it("keeps that two are not the same, seen from both, the last reason counting", async () => {
    await decideNotSame(store(), { from: first, to: second, reason: "other week" }, actor);
    await decideNotSame(store(), { from: second, to: first, reason: "other town" }, actor);
    expect((await view(first)).notSame).toMatchObject([{ ref: second, reason: "other town" }]);
    expect((await view(second)).notSame).toMatchObject([{ ref: first, reason: "other town" }]);
    await expect(
      decideNotSame(store(), { from: first, to: second, reason: "" }, actor),
    ).rejects.toMatchObject({ issues: [{ path: "reason", code: "text.required" }] });
  });

  it("leaves a log whose chain is whole", async () => {
    expect((await checkLog(store(), ADMIN)).faults).toEqual([]);
  });
});
