import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "../../domain/actor";
import type { DomainError } from "../../domain/errors";
import type { Claim } from "../../domain/incident";
import { parseIncidentRequest } from "../../domain/incident-request";
import type { MergeChoice } from "../../domain/merge-cases";
import { aClaim, aDocument, aGroup, anEvent, exactly } from "../../domain/testing-documents";
import { openStore } from "../client";
import { publicUrlOf } from "../public-store";
import { findSimilar } from "../queries/find-similar";
import { getIncident } from "../queries/get-incident";
import { getReview } from "../queries/get-review";
import { listIncidents } from "../queries/list-incidents";
import { listRevisions } from "../queries/list-revisions";
import { findIncident } from "../read-incident";
import { onBothEngines } from "../testing";
import { addColleague } from "../testing-colleagues";
import { publish, verify } from "../testing-publication";
import { readContents, withoutTimes } from "../testing-store-contents";
import { aWrittenSource } from "../testing-tables";
import { addSource } from "./add-source";
import { attachClaims } from "./attach-claims";
import { changeSetting } from "./change-setting";
import { commentOnIncident } from "./comment-on-incident";
import { decideNotSame } from "./decide-not-same";
import { linkIncidents } from "./link-incidents";
import { logIncident } from "./log-incident";
import { mergeIncidents } from "./merge-incidents";
import { markPublic, publishAnew, publishPending, type Stores } from "./publish-pending";
import { retractIncident } from "./retract-incident";
import { reviseIncident } from "./revise-incident";
import { unmergeIncident } from "./unmerge-incident";
import { unpublishIncident } from "./unpublish-incident";

const writer: Actor = { id: "writer", role: "researcher" };
const reviewer: Actor = { id: "reviewer", role: "reviewer" };
const merger: Actor = { id: "merger", role: "reviewer" };
const admin: Actor = { id: "admin", role: "admin" };
const viewer: Actor = { id: "viewer", role: "viewer" };
const visitor: Actor = { id: "", role: "public" };

const SAME: MergeChoice = {
  groups: { all: { as: "same", groupId: "all" } },
  events: { held: "held" },
};

onBothEngines("merging two incidents", (store, url) => {
  let stores: Stores;
  let wire: string;
  let paper: string;
  beforeAll(async () => {
    const pub = await openStore(publicUrlOf(url()), { profile: "public" });
    await pub.migrate();
    await markPublic(pub);
    stores = { internal: store(), public: pub };
    await addColleague(store(), { id: "writer", name: "Writer", role: "researcher" });
    const add = async (publisher: string) =>
      (await addSource(store(), { source: aWrittenSource({ publisher }) }, writer)).id;
    wire = await add("Wire");
    paper = await add("Paper");
  });
  afterAll(() => stores.public.close());

  const logged = async (
    title: string,
    source: string,
    people: number,
    rest: Partial<Claim> = {},
  ) => {
    const document = aDocument({
      title,
      groups: [aGroup("all")],
      events: [anEvent("held", { type: "detention", description: `${title}, it is told.` })],
      claims: [
        aClaim("c", source, {
          field: "count",
          groupId: "all",
          count: exactly(people),
          quote: `"${people}"`,
          ...rest,
        }),
      ],
    });
    return (await logIncident(store(), { document }, writer)).ref;
  };
  const at = async (ref: string) => ({
    ref,
    version: (await findIncident(store(), store().read, ref))!.version,
  });
  const merge = async (kept: string, gone: string, choice = SAME, actor: Actor = merger) =>
    mergeIncidents(
      store(),
      { kept: await at(kept), gone: await at(gone), choice, reason: "One case." },
      actor,
    );
  const view = async (ref: string) => (await getIncident(store(), reviewer, ref))!;
  const shown = (ref: string) => getIncident(stores.public, visitor, ref);
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => null,
      ({ code, issues }: DomainError & { issues?: { code: string }[] }) =>
        issues?.map((issue) => issue.code) ?? code,
    );
  const listed = async (q: string) =>
    (
      await listIncidents(
        store(),
        reviewer,
        parseIncidentRequest(new URLSearchParams({ q })).request,
      )
    ).rows.map(({ ref }) => ref);

  it("keeps what both say, with their sources, in one; the other leads there", async () => {
    const kept = await logged("Twenty held at Mohan", wire, 20);
    const gone = await logged("Mohan, twenty-nine held", paper, 29);
    expect(await merge(kept, gone)).toEqual({ version: 2 });
    const { document, headline, sources } = await view(kept);
    expect(document).toMatchObject({
      title: "Twenty held at Mohan",
      events: [
        { description: "Twenty held at Mohan, it is told.\nMohan, twenty-nine held, it is told." },
      ],
    });
    expect(document.claims.map(({ quote, groupId }) => [quote, groupId])).toEqual([
      ['"20"', "all"],
      ['"29"', "all"],
    ]);
    expect(headline).toMatchObject({ persons: { low: 20, high: 29 }, independentSources: 2 });
    expect(sources.map(({ publisher }) => publisher).sort()).toEqual(["Paper", "Wire"]);
    expect((await view(gone)).mergedInto).toBe(kept);
    expect(await listed("Mohan")).toEqual([kept]);
    expect((await findSimilar(store(), writer, [{ ref: kept }]))[0]).toEqual([]);
    const log = async (ref: string) =>
      (await listRevisions(store(), reviewer, { ref })).map(
        ({ action, version, reason, after }) => [
          action,
          version,
          reason,
          (after as { merged?: string; mergedInto?: string }).merged ??
            (after as { mergedInto?: string }).mergedInto,
        ],
      );
    expect((await log(kept))[0]).toEqual(["merge", 2, "One case.", gone]);
    expect((await log(gone))[0]).toEqual(["merge", 2, "One case.", kept]);
  });

  it("takes comments, links and decisions along, each once", async () => {
    const kept = await logged("Kept", wire, 3);
    const gone = await logged("Gone", paper, 4);
    const other = await logged("Other", wire, 5);
    const another = await logged("Another", wire, 6);
    const third = await logged("Third", wire, 7);
    await commentOnIncident(
      store(),
      { ref: gone, claimId: "c", body: "Is it so?", mentions: [] },
      writer,
    );
    const link = (from: string, to: string) =>
      linkIncidents(store(), { from, to, type: "related", note: "" }, writer);
    for (const [from, to] of [
      [gone, other],
      [kept, other],
      [kept, gone],
      [another, gone],
      [kept, third],
      [third, gone],
    ] as const)
      await link(from, to);
    await decideNotSame(store(), { from: gone, to: another, reason: "Two." }, writer);
    await merge(kept, gone);
    const after = await view(kept);
    expect(after.links.map(({ ref, outgoing }) => [ref, outgoing])).toEqual([
      [other, true],
      // Related is mutual: linked either way round it is linked once.
      [third, true],
      [another, false],
    ]);
    expect(after.notSame.map(({ ref }) => ref)).toEqual([another]);
    const moved = after.document.claims[1]!;
    expect(moved).toMatchObject({ sourceId: paper });
    expect(moved.id).not.toBe("c");
    const comments = (await getReview(store(), reviewer, kept))!.comments!;
    expect(comments).toMatchObject([{ body: "Is it so?", claimId: moved.id }]);

    expect(await unmergeIncident(store(), { ref: gone, reason: "Two after all." }, merger)).toEqual(
      {
        into: kept,
        isRestored: true,
      },
    );
    expect((await view(kept)).document.claims).toHaveLength(1);
    expect((await view(gone)).mergedInto).toBeNull();
    expect((await view(gone)).links.map(({ ref }) => ref)).toEqual([another]);
    expect((await getReview(store(), reviewer, gone))!.comments).toMatchObject([{ claimId: "c" }]);
    expect(await codeOf(unmergeIncident(store(), { ref: gone, reason: "Again." }, merger))).toBe(
      "merge.not_merged",
    );
  });

  it("leaves what was changed since to be taken out by hand when it is undone", async () => {
    const kept = await logged("Kept", wire, 3);
    const gone = await logged("Gone", paper, 4);
    await merge(kept, gone);
    const { document } = await view(kept);
    await reviseIncident(
      store(),
      { ...(await at(kept)), document: { ...document, summary: "More." }, reason: "" },
      writer,
    );
    expect(await unmergeIncident(store(), { ref: gone, reason: "Two." }, merger)).toEqual({
      into: kept,
      isRestored: false,
    });
    expect((await view(kept)).document.claims).toHaveLength(2);
    expect(await listed("Gone")).toContain(gone);
  });

  it("asks a reviewer who wrote neither of them last, why, and of what they saw", async () => {
    const kept = await logged("Kept", wire, 3);
    const gone = await logged("Gone", paper, 4);
    expect(await codeOf(merge(kept, gone, SAME, writer))).toBe("not_allowed");
    expect(await codeOf(merge(kept, kept))).toBe("merge.with_itself");
    const [a, b] = [await at(kept), await at(gone)];
    const asked = { kept: a, gone: b, choice: SAME, reason: "One." };
    expect(await codeOf(mergeIncidents(store(), { ...asked, reason: " " }, merger))).toEqual([
      "text.required",
    ]);
    expect(
      await codeOf(mergeIncidents(store(), { ...asked, gone: { ...b, version: 9 } }, merger)),
    ).toBe("incident.stale_version");
    expect(
      await codeOf(
        merge(kept, gone, { groups: { all: { as: "same", groupId: "none" } }, events: {} }),
      ),
    ).toEqual(["merge.group_unknown"]);
    await reviseIncident(
      store(),
      { ...b, document: { ...(await view(gone)).document, title: "Gone too" }, reason: "" },
      merger,
    );
    expect(await codeOf(merge(kept, gone))).toBe("merge.own_edit");
    await changeSetting(store(), { name: "one_person_review", value: true, reason: "Few." }, admin);
    expect(await codeOf(merge(kept, gone))).toBeNull();
    await changeSetting(
      store(),
      { name: "one_person_review", value: false, reason: "Many." },
      admin,
    );
  });

  it("lets nobody write to what was merged any more, nor merge what was retracted", async () => {
    const kept = await logged("Kept", wire, 3);
    const gone = await logged("Gone", paper, 4);
    await merge(kept, gone);
    const claims = [aClaim("n", wire, { statement: "New." })];
    const retracted = { ...(await at(gone)), reason: "No." };
    for (const work of [
      () => attachClaims(store(), { ref: gone, claims, reason: "" }, writer),
      () => retractIncident(store(), retracted, reviewer),
      () => linkIncidents(store(), { from: gone, to: kept, type: "related", note: "" }, writer),
      () => decideNotSame(store(), { from: kept, to: gone, reason: "No." }, writer),
    ])
      await expect(work()).rejects.toMatchObject({
        code: "incident.merged",
        values: { ref: gone, into: kept },
      });
    const third = await logged("Third", wire, 3);
    await retractIncident(store(), { ...(await at(third)), reason: "No." }, reviewer);
    expect(await codeOf(merge(kept, third))).toBe("incident.retracted");
    expect(await codeOf(merge(third, kept))).toBe("incident.retracted");
  });

  it("leads the public on from what was public, and tells nothing else of it", async () => {
    const kept = await logged("Kept in public", wire, 30);
    const gone = await logged("Gone from public", paper, 40);
    const secret = await logged("Never public", paper, 50);
    for (const ref of [kept, gone]) {
      await verify(store(), ref);
      await publish(store(), ref);
    }
    await publishPending(stores);
    expect(await shown(gone)).toMatchObject({ mergedInto: null });
    await merge(kept, gone);
    await merge(kept, secret, SAME, admin);
    await publishPending(stores);
    expect(await shown(gone)).toMatchObject({ mergedInto: kept });
    expect(await shown(secret)).toBeNull();
    // The public goes on seeing the version of the other that was published.
    expect((await shown(kept))!.document.claims).toHaveLength(1);
    const held = JSON.stringify(await readContents(stores.public));
    expect(held).not.toContain("Gone from public");
    expect(held).not.toContain("Paper");
    await sameWhenRebuilt();

    // Of what a viewer may not see yet nothing of either is told.
    const verified = await openStore(url(), { profile: "verified" });
    expect(await getIncident(verified, viewer, gone)).toBeNull();
    await verify(store(), kept);
    expect(await getIncident(verified, viewer, gone)).toMatchObject({ mergedInto: kept });
    await verified.close();

    await publish(store(), kept);
    await publishPending(stores);
    expect((await shown(kept))!.document.claims).toHaveLength(3);
    expect(await shown(gone)).toMatchObject({ mergedInto: kept });
    const last = await logged("Where all of it lives on", wire, 9);
    await merge(last, kept, SAME, merger);
    await publishPending(stores);
    // Merged into what is not public: until it is, the public finds neither.
    expect(await shown(kept)).toBeNull();
    expect(await shown(gone)).toBeNull();
    await sameWhenRebuilt();
    await verify(store(), last);
    await publish(store(), last);
    await publishPending(stores);
    expect(await shown(kept)).toMatchObject({ mergedInto: last });
    expect(await shown(gone)).toMatchObject({ mergedInto: last });
    await sameWhenRebuilt();

    await unmergeIncident(store(), { ref: kept, reason: "Two." }, merger);
    await publishPending(stores);
    expect(await shown(kept)).toMatchObject({
      mergedInto: null,
      document: { title: "Kept in public" },
    });
    expect(await shown(gone)).toMatchObject({ mergedInto: kept });
    await unpublishIncident(store(), { ref: kept, reason: "Not yet." }, reviewer);
    await publishPending(stores);
    expect(await shown(gone)).toBeNull();
    await sameWhenRebuilt();
  });

  async function sameWhenRebuilt(): Promise<void> {
    const before = withoutTimes(await readContents(stores.public));
    await publishAnew(stores, admin);
    expect(withoutTimes(await readContents(stores.public))).toEqual(before);
    await store().tx((db) =>
      db
        .update(store().t.publicationRecord)
        .set({ pending: false })
        .where(eq(store().t.publicationRecord.pending, true)),
    );
  }
});
