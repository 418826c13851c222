import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import type { DomainError, InvalidInput } from "../../domain/errors";
import type { PastMoment } from "../../domain/past-incident";
import { aClaim, aDocument, aGroup, anEvent, exactly } from "../../domain/testing-documents";
import { type Clock, systemClock } from "../clock";
import { checkLog } from "../queries/check-log";
import { getIncident } from "../queries/get-incident";
import { getPastIncident } from "../queries/get-past-incident";
import { listRevisions } from "../queries/list-revisions";
import { onBothEngines } from "../testing";
import { aWrittenSource } from "../testing-tables";
import { addSource } from "./add-source";
import { logIncident } from "./log-incident";
import { purgeRevisions } from "./purge-revisions";
import { restoreIncident } from "./restore-incident";
import { retractIncident } from "./retract-incident";
import { reviseIncident } from "./revise-incident";

const admin = { id: "admin", role: "admin" } as const;
const researcher = { id: "researcher", role: "researcher" } as const;

onBothEngines(
  "an incident as it stood",
  (store) => {
    const on = (time: string): Clock => ({ ...systemClock, now: () => Date.parse(time) });
    const at = async (ref: string, moment: PastMoment) =>
      getPastIncident(store(), researcher, { ref, moment });
    const titleAt = async (ref: string, moment: PastMoment) =>
      (await at(ref, moment))?.document?.title;
    const failure = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: DomainError | InvalidInput) => error,
      );
    let ref = "";
    let sourceId = "";

    it("is what its version then said, with the headline of then", async () => {
      const source = aWrittenSource({ publisher: "Wire" });
      sourceId = (await addSource(store(), { source }, admin)).id;
      const first = aDocument({
        title: "First",
        groups: [aGroup("g", { nationality: "KP" })],
        events: [anEvent("e", { places: [{ role: "at", locationId: "CN-YN/kunming" }] })],
        claims: [aClaim("c", sourceId, { field: "count", groupId: "g", count: exactly(20) })],
      });
      ref = (await logIncident(store(), { document: first }, admin, on("2026-01-10T12:00:00Z")))
        .ref;
      const revise = (version: number, title: string, time: string) =>
        reviseIncident(
          store(),
          { ref, version, document: aDocument({ title }), reason: "" },
          admin,
          on(time),
        );
      await revise(1, "Second", "2026-01-31T23:59:59.999Z");
      await revise(2, "Third", "2026-02-01T00:00:00Z");

      const past = (await at(ref, { day: "2026-01-30" }))!;
      expect(past).toMatchObject({ version: 1, at: Date.parse("2026-01-10T12:00:00Z") });
      expect(past.document).toEqual(first);
      expect(past.shown).toMatchObject({
        document: first,
        headline: { persons: exactly(20), provinces: ["CN-YN"] },
        sources: [{ publisher: "Wire" }],
      });
      expect(past.shown?.locations["CN-YN/kunming"]?.nameEn).toBe("Kunming");
    });

    it("counts a day to its end, in UTC", async () => {
      expect(await titleAt(ref, { day: "2026-01-10" })).toBe("First");
      expect(await titleAt(ref, { day: "2026-01-31" })).toBe("Second");
      expect(await titleAt(ref, { day: "2026-02-01" })).toBe("Third");
      expect(await titleAt(ref, { day: "9999-12-31" })).toBe("Third");
      expect(await titleAt(ref, { version: 2 })).toBe("Second");
    });

    it("is nothing before it was logged, in a version it never had, or where there is none", async () => {
      expect(await at(ref, { day: "2026-01-09" })).toBe(null);
      expect(await at(ref, { version: 4 })).toBe(null);
      expect(await at("INC-222222", { version: 1 })).toBe(null);
    });

    it("is restored as a new version, and the versions between stay", async () => {
      const restored = await restoreIncident(
        store(),
        { ref, version: 3, restored: 1, reason: "Was right." },
        researcher,
      );
      expect(restored).toEqual({ version: 4 });
      const view = (await getIncident(store(), admin, ref))!;
      expect(view.document).toEqual((await at(ref, { version: 1 }))?.document);
      expect(view.headline.persons).toEqual(exactly(20));
      const history = await listRevisions(store(), admin, { ref });
      expect(history.map(({ version, action, reason }) => [version, action, reason])).toEqual([
        [4, "restore", "Was right."],
        [3, "revise", ""],
        [2, "revise", ""],
        [1, "log", ""],
      ]);
    });

    it("is not restored over what somebody saved meanwhile, nor without a reason or the right", async () => {
      const input = { ref, version: 3, restored: 2, reason: "Was right." };
      expect(await failure(restoreIncident(store(), input, researcher))).toMatchObject({
        code: "incident.stale_version",
        values: { given: 3, current: 4 },
      });
      const now = { ...input, version: 4 };
      expect(
        await failure(restoreIncident(store(), { ...now, reason: " " }, researcher)),
      ).toMatchObject({ issues: [{ path: "reason", code: "text.required" }] });
      const viewer = { id: "viewer", role: "viewer" } as const;
      expect(await failure(restoreIncident(store(), now, viewer))).toMatchObject({
        code: "not_allowed",
      });
      expect((await getIncident(store(), admin, ref))?.version).toBe(4);
    });

    it("is not restored from itself or from a version it never had", async () => {
      const restore = (restored: number) =>
        failure(
          restoreIncident(store(), { ref, version: 4, restored, reason: "Why." }, researcher),
        );
      expect(await restore(4)).toMatchObject({ code: "version.current", values: { version: 4 } });
      for (const restored of [5, 0, -1])
        expect(await restore(restored)).toMatchObject({ code: "version.unknown" });
    });

    it("is neither shown nor restored where its content was purged", async () => {
      const [entry] = (await listRevisions(store(), admin, { ref })).filter(
        ({ version }) => version === 2,
      );
      await purgeRevisions(store(), { entries: [entry!.seq], reason: "A name." }, admin);
      expect(await at(ref, { version: 2 })).toMatchObject({
        version: 2,
        document: null,
        shown: null,
      });
      expect(
        await failure(
          restoreIncident(store(), { ref, version: 4, restored: 2, reason: "Why." }, researcher),
        ),
      ).toMatchObject({ code: "version.emptied", values: { version: 2 } });
    });

    it("is listed but not restored where it names a source that is gone", async () => {
      await reviseIncident(
        store(),
        { ref, version: 4, document: aDocument({ title: "Bare" }), reason: "" },
        admin,
      );
      const { source } = store().t;
      await store().tx((db) => db.delete(source).where(eq(source.id, sourceId)));
      expect(await at(ref, { version: 1 })).toMatchObject({
        document: { title: "First" },
        gone: { sources: 1, places: 0 },
        shown: null,
      });
      expect(
        await failure(
          restoreIncident(store(), { ref, version: 5, restored: 1, reason: "Why." }, researcher),
        ),
      ).toMatchObject({
        code: "version.names_gone",
        values: { version: 1, sources: 1, places: 0 },
      });
      expect((await getIncident(store(), admin, ref))?.document.title).toBe("Bare");
    });

    it("has what it last said in the version that retracted it, and is then not restored", async () => {
      await retractIncident(store(), { ref, version: 5, reason: "Untrue." }, admin);
      expect(await titleAt(ref, { version: 6 })).toBe("Bare");
      expect(
        await failure(
          restoreIncident(store(), { ref, version: 6, restored: 3, reason: "Why." }, researcher),
        ),
      ).toMatchObject({ code: "incident.retracted" });
    });

    it("leaves a log whose chain is whole", async () => {
      expect((await checkLog(store(), admin)).faults).toEqual([]);
    });
  },
  { gazetteer: true },
);
