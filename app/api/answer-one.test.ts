import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore } from "../../db/client";
import { addSource } from "../../db/commands/add-source";
import { logIncident } from "../../db/commands/log-incident";
import { publishPending } from "../../db/commands/publish-pending";
import { retractIncident } from "../../db/commands/retract-incident";
import { reviseIncident } from "../../db/commands/revise-incident";
import { publicUrlOf } from "../../db/public-store";
import { findIncident } from "../../db/read-incident";
import type { Store } from "../../db/store";
import { onBothEngines } from "../../db/testing";
import { addColleague } from "../../db/testing-colleagues";
import { publish, verify } from "../../db/testing-publication";
import { aWrittenSource, logTableSample } from "../../db/testing-tables";
import type { Actor } from "../../domain/actor";
import { aClaim, aDocument, aGroup, anEvent, exactly } from "../../domain/testing-documents";
import type { KeptAccess } from "../_server/keep-access";
import { answerFacets } from "./answer-facets";
import { answerList } from "./answer-list";
import { answerIncident, answerLocation, answerSource, type ReadFirst } from "./answer-one";
import { API_LISTS } from "./lists";
import { apiContext, faultsOf } from "./testing-api";

const writer: Actor = { id: "writer", role: "researcher" };
const ACTORS = {
  visitor: { id: "", role: "public" },
  viewer: { id: "viewer", role: "viewer" },
  researcher: writer,
} as const satisfies Record<string, Actor>;
type Reader = keyof typeof ACTORS;

/** Words that stand in one place each. */
const [OPEN, CLOSED, QUOTE] = ["quernstone", "inkhorn", "lodestone"];

onBothEngines(
  "what the API gives of one thing",
  (store, url) => {
    const stores = {} as Record<Reader, Store>;
    const kept: KeptAccess[] = [];
    let sample: Awaited<ReturnType<typeof logTableSample>>;
    const ref = {} as Record<"published" | "draft" | "closedSource" | "openSource", string>;

    beforeAll(async () => {
      await addColleague(store(), { id: "reviewer", name: "Reviewer", role: "reviewer" });
      sample = await logTableSample(store());
      const add = (title: string, access: "public" | "restricted") =>
        addSource(store(), { source: aWrittenSource({ title, access, quotable: true }) }, writer);
      const open = await add(OPEN!, "public");
      const closed = await add(CLOSED!, "restricted");
      const document = aDocument({
        title: "Held at the border",
        groups: [aGroup("all", { count: exactly(8), nationality: "KP" })],
        events: [
          anEvent("arrest", { places: [{ role: "at", locationId: "CN-YN" }] }),
          anEvent("return", { type: "deportation" }),
        ],
        claims: [
          aClaim("c1", open.id, { field: "count", groupId: "all", count: exactly(8) }),
          aClaim("c2", closed.id, { eventId: "return", statement: "So it is.", quote: QUOTE! }),
          aClaim("c3", open.id, {
            eventId: "arrest",
            field: "place",
            place: { role: "at", locationId: "CN-YN" },
          }),
        ],
      });
      const logged = await logIncident(store(), { document }, writer);
      await verify(store(), logged.ref);
      await publish(store(), logged.ref);
      stores.researcher = store();
      stores.visitor = await openStore(publicUrlOf(url()), { profile: "public" });
      await stores.visitor.migrate();
      stores.viewer = await openStore(url(), { profile: "verified" });
      await publishPending({ internal: store(), public: stores.visitor });
      Object.assign(ref, { published: logged.ref, draft: sample.sweep });
      Object.assign(ref, { openSource: open.ref, closedSource: closed.ref });
    });
    afterAll(async () => {
      await stores.visitor?.close();
      await stores.viewer?.close();
    });

    const contextOf = (as: Reader, rest: Parameters<typeof apiContext>[2] = {}) =>
      apiContext(stores[as], ACTORS[as], { kept, ...rest });
    const readFirst =
      (as: Reader): ReadFirst =>
      async (read) =>
        (await read(stores[as])) ?? (as === "viewer" ? read(stores.visitor) : null);
    const incident = (as: Reader, typed: string, rest?: Parameters<typeof contextOf>[1]) =>
      answerIncident(contextOf(as, rest), typed, readFirst(as));
    const source = (as: Reader, typed: string) => answerSource(contextOf(as), typed, readFirst(as));

    it("is as the document says, for every reader", async () => {
      for (const as of Object.keys(ACTORS) as Reader[]) {
        const answers: [string, Response][] = [
          ["/incidents/{ref}", await incident(as, ref.published)],
          ["/incidents/{ref}", await incident(as, ref.published.toLowerCase())],
          ["/incidents/{ref}", await incident(as, "INC-222222")],
          ["/sources/{ref}", await source(as, ref.openSource)],
          ["/sources/{ref}", await source(as, "nothing")],
          ["/locations/{id}", await answerLocation(contextOf(as), "CN-YN")],
          ["/locations/{id}", await answerLocation(contextOf(as), "toString")],
          ["/facets", await answerFacets(contextOf(as), new URLSearchParams())],
          ["/facets", await answerFacets(contextOf(as), new URLSearchParams("sort=date&type=x"))],
        ];
        for (const [path, answer] of answers)
          expect([as, path, await faultsOf(path, answer)]).toEqual([as, path, []]);
        expect(answers.map(([, { status }]) => status)).toEqual([
          200, 200, 404, 200, 404, 200, 404, 200, 400,
        ]);
      }
    });

    it("shows to nobody more than their pages do", async () => {
      const texts = async (as: Reader) => {
        const lists = await Promise.all(
          Object.values(API_LISTS).map((list) =>
            answerList(list, contextOf(as), new URLSearchParams("limit=100")),
          ),
        );
        const answers = [...lists, await incident(as, ref.published)];
        return (await Promise.all(answers.map((answer) => answer.text()))).join("");
      };
      const seen = async (as: Reader) => {
        const text = await texts(as);
        const found = [OPEN!, CLOSED!, QUOTE!, "So it is.", ref.closedSource, ref.draft];
        return found.map((word) => text.includes(word));
      };
      expect(await seen("visitor")).toEqual([true, false, false, false, false, false]);
      expect(await seen("viewer")).toEqual([true, false, false, true, true, false]);
      expect(await seen("researcher")).toEqual([true, true, true, true, true, true]);
      expect((await incident("visitor", ref.draft)).status).toBe(404);
      expect((await incident("viewer", ref.draft)).status).toBe(404);
      expect((await source("visitor", ref.closedSource)).status).toBe(404);
      const known = await (await source("viewer", ref.closedSource)).json();
      expect(known).toMatchObject({ title: "", publisher: "", access: "restricted", claims: 1 });
    });

    it("leads from an incident that was merged to the other", async () => {
      const gone = await findMerged(store());
      const answer = await incident("researcher", gone);
      expect(answer.status).toBe(308);
      expect(answer.headers.get("location")).toBe(`/api/v1/incidents/${sample.sweep}`);
    });

    it("counts what there is to choose from as the filter finds it", async () => {
      const facets = async (query: string) =>
        (await answerFacets(contextOf("researcher"), new URLSearchParams(query))).json();
      const { facets: all, incidents, years } = await facets("");
      expect(incidents).toEqual({ total: 4, certain: 4, possible: 4, undated: 0 });
      expect(all.province.slice(0, 2)).toEqual([
        { code: "CN-YN", name: "Yunnan", incidents: 3 },
        { code: "CN-JL", name: "Jilin", incidents: 1 },
      ]);
      expect(years).toEqual([
        { from: "2014-01-01", to: "2014-12-31", certain: 1, possible: 1 },
        { from: "2013-01-01", to: "2013-12-31", certain: 1, possible: 1 },
      ]);
      for (const { code, incidents: found } of all.status)
        expect((await facets(`status=${code}`)).incidents.total, code).toBe(found);
    });

    it("is kept: incidents as taken away, restricted sources as read", async () => {
      kept.length = 0;
      await incident("viewer", ref.published);
      await incident("viewer", ref.published, { withBody: false });
      await source("researcher", ref.closedSource);
      await source("researcher", ref.openSource);
      await answerLocation(contextOf("viewer"), "CN-YN");
      expect(kept).toEqual([
        { action: "export", entity: "incident", entityId: ref.published, detail: "" },
        { action: "read", entity: "source", entityId: ref.closedSource, detail: "" },
      ]);
    });

    it("has another tag once anything of it changes, and to visitors the same while only the inside does", async () => {
      const tag = async (as: Reader) => (await incident(as, ref.published)).headers.get("etag")!;
      const before = [await tag("visitor"), await tag("researcher")];
      expect((await incident("visitor", ref.published, { known: before[0] })).status).toBe(304);
      const { version } = (await findIncident(store(), store().read, ref.published))!;
      const document = aDocument({ title: "Held elsewhere" });
      await reviseIncident(store(), { ref: ref.published, version, document, reason: "" }, writer);
      await publishPending({ internal: store(), public: stores.visitor });
      expect(await tag("visitor")).toBe(before[0]);
      expect(await tag("researcher")).not.toBe(before[1]);
      // What viewers read is not verified any more: to them it is what the public has.
      expect((await (await incident("viewer", ref.published)).json()).title).toBe(
        "Held at the border",
      );
    });

    it("says why what was public was taken back", async () => {
      const { version } = (await findIncident(store(), store().read, ref.published))!;
      const reason = "It was another case.";
      const reviewer: Actor = { id: "reviewer", role: "reviewer" };
      await retractIncident(store(), { ref: ref.published, version, reason }, reviewer);
      await publishPending({ internal: store(), public: stores.visitor });
      for (const as of ["visitor", "viewer"] as const) {
        const answer = await incident(as, ref.published);
        expect(answer.status).toBe(410);
        expect(await faultsOf("/incidents/{ref}", answer)).toEqual([]);
        expect(await answer.json()).toMatchObject({ code: "retracted", detail: reason });
      }
    });
  },
  { gazetteer: true },
);

async function findMerged({ read, t }: Store): Promise<string> {
  const rows = await read.select().from(t.incident);
  return rows.find(({ mergedIntoId }) => mergedIntoId !== null)!.ref;
}
