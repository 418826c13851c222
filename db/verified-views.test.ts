import { getTableName } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "../domain/actor";
import { parseIncidentFilter } from "../domain/incident-filter";
import { aClaim, aDocument } from "../domain/testing-documents";
import { openStore } from "./client";
import { addSource } from "./commands/add-source";
import { commentOnIncident } from "./commands/comment-on-incident";
import { disputeIncident } from "./commands/dispute-incident";
import { linkIncidents } from "./commands/link-incidents";
import { logIncident } from "./commands/log-incident";
import { submitForReview } from "./commands/submit-for-review";
import { verifyIncident } from "./commands/verify-incident";
import { countIncidents } from "./queries/count-incidents";
import { getIncident } from "./queries/get-incident";
import { getReview } from "./queries/get-review";
import { getSource } from "./queries/get-source";
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
  let sources: Record<"root" | "base" | "open" | "shut" | "ofDraft", { id: string; ref: string }>;

  beforeAll(async () => {
    await addColleague(store(), { id: "reviewer", name: "Reviewer", role: "reviewer" });
    const add = (rest: Parameters<typeof aWrittenSource>[0]) =>
      addSource(store(), { source: aWrittenSource(rest) }, writer);
    const root = await add({ publisher: "Root" });
    const base = await add({ publisher: "Base", derivedFrom: [root.id] });
    const baseOfDraft = await add({ publisher: "SECRET base of a draft", derivedFrom: [root.id] });
    sources = {
      root,
      base,
      open: await add({ publisher: "Wire", storedText: "SECRET text", derivedFrom: [base.id] }),
      shut: await add({
        access: "restricted",
        publisher: "SECRET publisher",
        title: "SECRET title",
        url: "https://secret.example/",
        licence: "SECRET licence",
      }),
      ofDraft: await add({ publisher: "SECRET of a draft", derivedFrom: [baseOfDraft.id] }),
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

  it("has the sources that a cited one rests on, however far, and those of nothing else", async () => {
    const { source, sourceDerivation } = seen.t;
    const seenSources = await seen.read.select({ publisher: source.publisher }).from(source);
    expect(seenSources.map(({ publisher }) => publisher).sort()).toEqual([
      "",
      "Base",
      "Root",
      "Wire",
    ]);
    const derivations = await seen.read.select().from(sourceDerivation);
    const { root, base, open } = sources;
    expect(derivations).toHaveLength(2);
    expect(derivations).toContainEqual({ sourceId: open.id, fromId: base.id });
    expect(derivations).toContainEqual({ sourceId: base.id, fromId: root.id });
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
      "revision",
      "source",
      "source_derivation",
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
