import { beforeAll, describe, expect, it } from "vitest";
import type { IncidentDocument } from "../../domain/incident";
import { aClaim, aDocument, aGroup, anEvent, days, exactly } from "../../domain/testing-documents";
import { addSource } from "../commands/add-source";
import { decideNotSame } from "../commands/decide-not-same";
import { linkIncidents } from "../commands/link-incidents";
import { logIncident } from "../commands/log-incident";
import { retractIncident } from "../commands/retract-incident";
import { seedSampleCases } from "../seed/seed-sample-cases";
import { onBothEngines } from "../testing";
import { leaveMerged } from "../testing-merged";
import { aWrittenSource } from "../testing-tables";
import { findSimilar } from "./find-similar";

const actor = { id: "test", role: "admin" } as const;
const researcher = { id: "r", role: "researcher" } as const;

type Told = { title: string; day?: [string, string]; at: string[]; people: number | null };

function told({ title, day, at, people }: Told): IncidentDocument {
  return aDocument({
    title,
    groups: [aGroup("g", people === null ? {} : { count: exactly(people) })],
    events: [
      anEvent("e", {
        date: day ? days(...day) : null,
        places: at.map((locationId) => ({ role: "at", locationId })),
        groups: [{ groupId: "g", count: { low: null, best: null, high: null } }],
      }),
    ],
  });
}

onBothEngines(
  "incidents that may be the same",
  (store) => {
    const found = async (document: IncidentDocument, url = "") => {
      const newSources = url === "" ? [] : [{ key: "s", source: aWrittenSource({ url }) }];
      const [one] = await findSimilar(store(), researcher, [{ document, newSources }]);
      return one!.map(({ title, because }) => [title, because.join(" ")]);
    };
    const besides = async (ref: string) =>
      (await findSimilar(store(), researcher, [{ ref }]))[0]!.map((one) => one.ref);
    const JULY = "Families and their helpers arrested in Qingdao and Kunming";

    beforeAll(() => seedSampleCases(store()));

    it("finds the July 2014 case for each report of it, and says why", async () => {
      const voa = told({
        title: "20 N. Korean Defectors Arrested in China, Face Deportation",
        day: ["2014-07-14", "2014-07-20"],
        at: ["CN-SD", "CN-YN"],
        people: 20,
      });
      const chosun = told({
        title: "29 people arrested in Qingdao and Kunming",
        day: ["2014-07-15", "2014-07-17"],
        at: ["CN-SD/qingdao", "CN-YN/kunming"],
        people: 29,
      });
      const kbs = told({
        title: "27 refugiados detenidos en Qingdao y Kunming",
        at: ["CN-SD/qingdao", "CN-YN/kunming"],
        people: 27,
      });
      expect(await found(voa)).toEqual([[JULY, "date place count"]]);
      expect(await found(chosun)).toEqual([[JULY, "date place count"]]);
      // Without a date it might be another of about thirty people in the same two cities.
      expect(await found(kbs)).toEqual([
        ["About thirty people arrested in several Chinese cities", "place count"],
        [JULY, "place count"],
      ]);
    });

    it("finds by the address of a report whatever it was written like, though it tells of other cases too", async () => {
      const eleven = told({
        title: "Arrests",
        day: ["2014-06-01", "2014-06-30"],
        at: ["CN"],
        people: null,
      });
      const url =
        "http://voa.pangea-cms.com/preview/en-US/a/twenty-north-korean-defectors-arrested-in-china-face-deportation/1963776.html?utm_source=x";
      expect(await found(eleven)).toEqual([]);
      expect(await found(eleven, url)).toEqual([
        ["Eleven people arrested by Chinese police", "date place url"],
        ["Three people seeking refuge arrested in Yunnan", "date place url"],
      ]);
    });

    it("finds nothing for another case in the same province, nor for a namesake of a place", async () => {
      const other = {
        title: "Held in Kunming",
        day: ["2014-09-01", "2014-09-03"] as [string, string],
      };
      expect(await found(told({ ...other, at: ["CN-YN/kunming"], people: 29 }))).toEqual([]);
      expect(
        await found(
          told({ title: JULY, day: ["2014-07-15", "2014-07-17"], at: ["CN-GD"], people: 29 }),
        ),
      ).toEqual([]);
    });

    it("takes no two of the sample cases for one", async () => {
      const { incident } = store().t;
      const rows = await store()
        .read.select({ ref: incident.ref, title: incident.title })
        .from(incident);
      const pairs = await findSimilar(
        store(),
        researcher,
        rows.map(({ ref }) => ({ ref })),
      );
      expect(
        pairs.flatMap((similar, at) => similar.map(({ title }) => [rows[at]!.title, title])),
      ).toEqual([]);
    });

    describe("when somebody has decided", () => {
      const asTold = (title: string) =>
        told({ title, day: ["2012-03-05", "2012-03-05"], at: ["CN-LN/dandong"], people: 17 });
      const log = async (title: string) =>
        (await logIncident(store(), { document: asTold(title) }, actor)).ref;
      let first: string;
      let second: string;
      beforeAll(async () => {
        first = await log("Held at the pier of Dandong");
        second = await log("Pier of Dandong: seventeen held");
      });

      it("names two that are alike to each other", async () => {
        expect(await besides(first)).toEqual([second]);
        expect(await besides(second)).toEqual([first]);
        expect(await besides("INC-NOTHERE")).toEqual([]);
      });

      it("names no more what is not the same, linked, merged or retracted", async () => {
        await decideNotSame(store(), { from: first, to: second, reason: "Two piers." }, actor);
        expect(await besides(first)).toEqual([]);
        const third = await log("Pier of Dandong");
        expect(await besides(first)).toEqual([third]);
        await linkIncidents(store(), { from: third, to: first, type: "related", note: "" }, actor);
        expect(await besides(first)).toEqual([]);
        expect(await besides(third)).toEqual([second]);
        await leaveMerged(store(), second, first);
        expect(await besides(third)).toEqual([]);
        expect(await besides(second)).toEqual([]);
        const fourth = await log("Dandong pier");
        const of = async () => (await found(asTold("Dandong"))).map(([title]) => title).sort();
        expect(await of()).toEqual([
          "Dandong pier",
          "Held at the pier of Dandong",
          "Pier of Dandong",
        ]);
        await retractIncident(store(), { ref: fourth, version: 1, reason: "Not true." }, actor);
        expect(await of()).toEqual(["Held at the pier of Dandong", "Pier of Dandong"]);
      });
    });

    it("finds by a source that is cited already", async () => {
      const { id } = await addSource(
        store(),
        { source: aWrittenSource({ title: "A report of two" }) },
        actor,
      );
      const citing = (title: string, at: string[]) => ({
        ...told({ title, at, people: 4 }),
        claims: [aClaim("c", id, { eventId: "e", statement: "So it says." })],
      });
      await logIncident(store(), { document: citing("Four held at Mohan", ["CN-YN"]) }, actor);
      expect(await found(citing("Four people", ["CN-YN"]))).toEqual([
        ["Four held at Mohan", "place count url"],
      ]);
    });

    it("is for those who log", async () => {
      for (const role of ["public", "viewer"] as const)
        await expect(findSimilar(store(), { id: "x", role }, [])).rejects.toThrow("not_allowed");
    });
  },
  { gazetteer: true },
);
