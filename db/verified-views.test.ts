import { eq, getTableName, inArray, type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "../domain/actor";
import { parseIncidentFilter } from "../domain/incident-filter";
import { DEFAULT_SORT } from "../domain/incident-sort";
import { aClaim, aDocument } from "../domain/testing-documents";
import { openStore } from "./client";
import { addSource } from "./commands/add-source";
import { commentOnIncident } from "./commands/comment-on-incident";
import { disputeIncident } from "./commands/dispute-incident";
import { linkIncidents } from "./commands/link-incidents";
import { logIncident } from "./commands/log-incident";
import { retractIncident } from "./commands/retract-incident";
import { submitForReview } from "./commands/submit-for-review";
import { verifyIncident } from "./commands/verify-incident";
import { countIncidents } from "./queries/count-incidents";
import { getIncident } from "./queries/get-incident";
import { getReview } from "./queries/get-review";
import { getSource } from "./queries/get-source";
import { listIncidents } from "./queries/list-incidents";
import { listRevisions } from "./queries/list-revisions";
import type { Store } from "./store";
import { onBothEngines } from "./testing";
import { addColleague } from "./testing-colleagues";
import { readContents } from "./testing-store-contents";
import { aWrittenSource } from "./testing-tables";

onBothEngines("what a viewer's store holds", (store, url) => {
  const writer: Actor = { id: "writer", role: "researcher" };
  const reviewer: Actor = { id: "reviewer", role: "reviewer" };
  const viewer: Actor = { id: "viewer", role: "viewer" };
  const page = { page: 1, size: 25 } as const;
  let seen: Store;
  let [verified, disputed, draft] = ["", "", ""];
  let sources: Record<"open" | "shut" | "ofDraft", { id: string; ref: string }>;

  beforeAll(async () => {
    await addColleague(store(), { id: "reviewer", name: "Reviewer", role: "reviewer" });
    const add = (rest: Parameters<typeof aWrittenSource>[0]) =>
      addSource(store(), { source: aWrittenSource(rest) }, writer);
    sources = {
      open: await add({ publisher: "Wire", storedText: "SECRET text" }),
      shut: await add({
        access: "restricted",
        publisher: "SECRET publisher",
        title: "SECRET title",
        url: "https://secret.example/",
        licence: "SECRET licence",
      }),
      ofDraft: await add({ publisher: "SECRET of a draft" }),
    };
    const log = async (title: string, sourceIds: string[]) => {
      const claims = sourceIds.map((sourceId, at) =>
        aClaim(`c${at}`, sourceId, {
          statement: `Says ${title}`,
          quote: sourceId === sources.open.id ? "open words" : "SECRET words",
          locator: sourceId === sources.open.id ? "p. 1" : "SECRET page",
        }),
      );
      return (await logIncident(store(), { document: aDocument({ title, claims }) }, writer)).ref;
    };
    verified = await log("verified", [sources.open.id, sources.shut.id]);
    disputed = await log("disputed", [sources.open.id]);
    draft = await log("SECRET draft", [sources.ofDraft.id]);
    await linkIncidents(
      store(),
      { from: verified, to: draft, type: "related", note: "SECRET" },
      writer,
    );
    for (const ref of [verified, disputed]) {
      await submitForReview(store(), { ref, version: 1, reason: "" }, writer);
      const edited = (await getReview(store(), reviewer, ref))!.edited!.at;
      await verifyIncident(store(), { ref, version: 2, editedAt: edited, reason: "" }, reviewer);
    }
    await disputeIncident(
      store(),
      { ref: disputed, version: 3, reason: "Two sources disagree." },
      reviewer,
    );
    await commentOnIncident(
      store(),
      { ref: verified, claimId: null, body: "SECRET comment", mentions: [] },
      writer,
    );
    seen = await openStore(url(), { profile: "verified" });
  });
  afterAll(() => seen.close());

  it("has verified and disputed incidents, and no other", async () => {
    expect(
      await countIncidents(seen, viewer, [parseIncidentFilter(new URLSearchParams("")).filter]),
    ).toEqual([2]);
    expect((await getIncident(seen, viewer, verified))?.document.title).toBe("verified");
    expect((await getIncident(seen, viewer, disputed))?.reviewStatus).toBe("disputed");
    expect(await getIncident(seen, viewer, draft)).toBeNull();
    expect((await getIncident(seen, viewer, verified))?.links).toEqual([]);
  });

  it("has what a restricted source says, but neither its words nor who it is", async () => {
    const view = (await getIncident(seen, viewer, verified))!;
    expect(view.document.claims).toMatchObject([
      { statement: "Says verified", quote: "open words", locator: "p. 1" },
      { statement: "Says verified", quote: "", locator: "" },
    ]);
    expect(view.sources).toMatchObject([
      { publisher: "Wire" },
      { ref: sources.shut.ref, publisher: "", title: "", url: "", access: "restricted" },
    ]);
    expect(view.headline.sources).toBe(2);
    expect(await getSource(seen, viewer, { ref: sources.ofDraft.ref, page })).toBeNull();
  });

  it("has what a cited source copies, and what that copies, but not what copies it", async () => {
    const add = (title: string, derivedFrom: string[]) =>
      addSource(store(), { source: aWrittenSource({ title, derivedFrom }) }, writer);
    const first = await add("first", []);
    const second = await add("second", [first.id]);
    const claimed = await add("claimed", [second.id]);
    const copy = await add("copy", [claimed.id]);
    const claims = [aClaim("c", claimed.id, { statement: "It says so." })];
    const document = aDocument({ title: "of copies", claims });
    const { ref } = await logIncident(store(), { document }, writer);
    const titles = async () => {
      const { source, sourceDerivation } = seen.t;
      const rows = await seen.read.select({ title: source.title }).from(source);
      const derived = await seen.read.select().from(sourceDerivation);
      const own = [first, second, claimed, copy].map(({ id }) => id);
      return [
        rows.map(({ title }) => title).filter((title) => /first|second|claimed|copy/.test(title)),
        derived.filter(({ sourceId }) => own.includes(sourceId)).map(({ fromId }) => fromId),
      ].map((list) => list.toSorted());
    };
    expect(await titles()).toEqual([[], []]);
    await submitForReview(store(), { ref, version: 1, reason: "" }, writer);
    const edited = (await getReview(store(), reviewer, ref))!.edited!.at;
    await verifyIncident(store(), { ref, version: 2, editedAt: edited, reason: "" }, reviewer);
    expect(await titles()).toEqual([
      ["claimed", "first", "second"],
      [first.id, second.id].toSorted(),
    ]);
    await retractIncident(store(), { ref, version: 3, reason: "It did not happen." }, reviewer);
    expect(await titles()).toEqual([[], []]);
  });

  it("is asked for one incident or source by its key, and not by going through all", async () => {
    if (seen.dialect !== "sqlite") return;
    const plan = async (question: SQL) =>
      (await seen.read.all<{ detail: string }>(sql`explain query plan ${question}`))
        .map(({ detail }) => detail)
        .join("; ");
    const { claim, incident, source } = seen.t;
    // What copies a source is gathered first, a few rows, and then scanned.
    for (const question of [
      sql`select ${incident.title} from ${incident} where ${inArray(incident.id, ["a", "b"])}`,
      sql`select ${source.title} from ${source} where ${eq(source.id, "a")}`,
      sql`select ${claim.quote} from ${claim} where ${eq(claim.incidentId, "a")}`,
    ])
      expect((await plan(question)).replaceAll("SCAN copy", "")).not.toContain("SCAN");
    const one = sql`select ${incident.title} from ${incident} where ${inArray(incident.id, ["a", "b"])}`;
    expect(await plan(one)).toContain("sqlite_autoindex_incident_1 (id=?)");
  });

  it("lists and counts at once what is verified, and no more what was taken back", async () => {
    const { filter } = parseIncidentFilter(new URLSearchParams());
    const shown = async () => {
      const list = await listIncidents(seen, viewer, { filter, sort: DEFAULT_SORT, page });
      const titles = list.rows.map(({ title }) => title).toSorted();
      const { values } = list.facets.codes.review;
      return { titles, total: list.total, verified: values.find(isVerified)?.count ?? 0 };
    };
    const isVerified = ({ code }: { code: string }) => code === "verified";
    const before = await shown();
    const document = aDocument({ title: "of today" });
    const { ref } = await logIncident(store(), { document }, writer);
    expect(await shown()).toEqual(before);
    await submitForReview(store(), { ref, version: 1, reason: "" }, writer);
    const edited = (await getReview(store(), reviewer, ref))!.edited!.at;
    await verifyIncident(store(), { ref, version: 2, editedAt: edited, reason: "" }, reviewer);
    expect(await shown()).toEqual({
      titles: [...before.titles, "of today"].toSorted(),
      total: before.total + 1,
      verified: before.verified + 1,
    });
    await retractIncident(store(), { ref, version: 3, reason: "It did not happen." }, reviewer);
    expect(await shown()).toEqual(before);
  });

  it("tells of the state of a ledger nothing but how often entries were written", async () => {
    const { ledgerState } = seen.t;
    const keys = (await seen.read.select({ key: ledgerState.key }).from(ledgerState)).map(
      ({ key }) => key,
    );
    expect(keys).toContain("entry_change");
    expect(keys.filter((key) => !/^entry_(change|removal)$/.test(key))).toEqual([]);
  });

  it("says why an incident is disputed", async () => {
    const review = (await getReview(seen, viewer, disputed))!;
    expect(review.lastStep).toMatchObject({
      step: "dispute",
      reason: "Two sources disagree.",
      by: { name: "Reviewer" },
    });
    expect(review.comments).toBeNull();
  });

  it("holds nothing else in any table, and cannot be written", async () => {
    const contents = await readContents(seen);
    expect(Object.keys(contents)).toEqual(Object.keys(store().t));
    expect(JSON.stringify(contents)).not.toContain("SECRET");
    const filled = Object.entries(contents)
      .filter(([, rows]) => rows.length > 0)
      .map(([name]) => getTableName(store().t[name as keyof Store["t"]]));
    expect(filled.sort()).toEqual([
      "account",
      "claim",
      "incident",
      "incident_entry",
      "incident_status",
      "incident_text",
      "ledger_state",
      "revision",
      "source",
      "verified_version",
    ]);
    await expect(seen.tx(async () => undefined)).rejects.toThrow("for reading only");
  });

  it("is all a viewer can read: the internal store and the log are refused", async () => {
    await expect(getIncident(store(), viewer, verified)).rejects.toThrow("not_allowed");
    await expect(listRevisions(seen, viewer, { ref: verified })).rejects.toThrow("not_allowed");
    const visitor: Actor = { id: "", role: "public" };
    await expect(getIncident(seen, visitor, verified)).rejects.toThrow("not_allowed");
  });
});
