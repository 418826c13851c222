import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { riskNow } from "../../domain/at-risk";
import type { IncidentView } from "../../domain/incident-view";
import { isCertainlyIn, mayBeIn } from "../../domain/partial-date";
import { getIncident } from "../queries/get-incident";
import { onBothEngines } from "../testing";
import { seedSampleCases } from "./seed-sample-cases";

const exactly = (count: number) => ({ low: count, best: count, high: count });
const unknown = { low: null, best: null, high: null };

onBothEngines(
  "the sample case of July 2014",
  (store) => {
    let july: IncidentView;
    const eventOf = (type: string) => {
      const event = july.document.events.find((one) => one.type === type)!;
      return july.headline.events[event.id]!;
    };
    const groupOf = (label: string) => {
      const group = july.document.groups.find((one) => one.label === label)!;
      return { ...group, ...july.headline.groups[group.id]! };
    };
    beforeAll(async () => {
      await seedSampleCases(store());
      const { incident } = store().t;
      const [row] = await store()
        .read.select({ ref: incident.ref })
        .from(incident)
        .where(eq(incident.title, "Families and their helpers arrested in Qingdao and Kunming"));
      july = (await getIncident(store(), { id: "test", role: "researcher" }, row!.ref))!;
    });

    it("has six sources, of which three are independent and two are copies", () => {
      expect(july.sources).toHaveLength(6);
      expect(july.headline).toMatchObject({ sources: 6, independentSources: 3 });
      const voa = july.sources.find((source) => source.publisher === "Voice of America")!;
      const first = july.sources.find((source) => source.published?.text === "23 July 2014")!;
      const origins = (publisher: string) =>
        july.sources.find((source) => source.publisher === publisher)!.derivedFrom.toSorted();
      expect(origins("Character Media")).toEqual([voa.id, first.id].sort());
      expect(origins("freekorea.us")).toEqual([first.id]);
    });

    it("counts 20–29 people and 5–6 helpers, both contested, and four families", () => {
      expect(july.headline).toMatchObject({
        persons: { low: 20, best: 29, high: 29 },
        helpers: { low: 5, best: 6, high: 6 },
        families: exactly(4),
        byField: { persons: "contested", helpers: "contested", parts: "contested" },
        corroboration: "contested",
        disagreement: ["persons", "helpers", "parts"],
      });
    });

    it("keeps both splits over the two cities, and a part that nobody has counted", () => {
      expect(groupOf("Qingdao group")).toMatchObject({
        count: { low: 9, best: 20, high: 20 },
        corroboration: "contested",
      });
      expect(groupOf("Kunming group")).toMatchObject({
        count: { low: 9, best: 9, high: 18 },
        corroboration: "contested",
      });
      expect(groupOf("An elderly couple")).toMatchObject({ ageBand: "60+", count: exactly(2) });
      expect(groupOf("An infant")).toMatchObject({
        ageBand: "0-4",
        count: exactly(1),
        corroboration: "corroborated",
      });
      expect(groupOf("Local guides")).toMatchObject({ nationality: "CN", count: unknown });
    });

    it("marks the number that may be a part", () => {
      const twenty = july.document.claims.find(
        (claim) => claim.count?.best === 20 && claim.scope === "unknown",
      );
      expect(twenty).toMatchObject({
        scopeText: "May be a part: the number equals the Qingdao group of another report.",
        quote: "A group of 20 North Korean defectors",
      });
    });

    it("happened on 15–17 July in Shandong and Yunnan, later in Jilin", () => {
      expect(july.headline.date).toMatchObject({
        text: "15–17 July 2014",
        earliest: "2014-07-15",
        latest: "2014-07-17",
        kind: "span",
        basis: "stated",
      });
      expect(july.headline.provinces).toEqual(["CN-SD", "CN-YN"]);
      expect(july.headline.localities).toEqual(["CN-SD/qingdao", "CN-YN/kunming"]);
      expect(july.headline.laterProvinces).toEqual(["CN-JL"]);
      expect(july.headline.byField).toMatchObject({
        date: "corroborated",
        place: "corroborated",
      });
    });

    it("reads last week from the week in which the report appeared", () => {
      const claim = july.document.claims.find((one) => one.date?.text === "last week")!;
      expect(claim).toMatchObject({
        quote: "last week",
        date: { earliest: "2014-07-14", latest: "2014-07-20", kind: "within", basis: "derived" },
      });
    });

    it("possibly happened on 16 July, certainly in July", () => {
      const date = july.headline.date!;
      expect(mayBeIn(date, "2014-07-16", "2014-07-16")).toBe(true);
      expect(isCertainlyIn(date, "2014-07-16", "2014-07-16")).toBe(false);
      expect(isCertainlyIn(date, "2014-07-01", "2014-07-31")).toBe(true);
    });

    it("has a transfer to Tumen that two independent publishers report and one expects", () => {
      expect(eventOf("transfer")).toMatchObject({
        modality: "reported",
        saidBy: { reported: 2, anticipated: 1, denied: 0, unconfirmed: 0 },
        date: { earliest: null, latest: "2014-07-23", basis: "derived" },
        places: [{ role: "to", locationId: "CN-JL/tumen" }],
      });
      const kunming = groupOf("Kunming group");
      expect(eventOf("transfer").counts[kunming.id]).toEqual(exactly(18));
    });

    it("expects a deportation and a consular visit, and has neither", () => {
      expect(eventOf("deportation")).toMatchObject({
        modality: "anticipated",
        saidBy: { reported: 0, anticipated: 2 },
      });
      expect(eventOf("consular_visit").modality).toBe("anticipated");
    });

    it("leaves people held and at risk, of whom nothing has been heard since July 2014", () => {
      expect(july.headline.status).toBe("held");
      expect(july.headline.statuses.map(({ status }) => status)).toEqual(["held", "arrested"]);
      expect(groupOf("All helpers").statuses.map(({ status }) => status)).toEqual(["arrested"]);
      expect(riskNow(july.headline, "2014-09-01")).toEqual({
        of: ["deportation"],
        stale: false,
        since: "2014-07-31",
      });
      expect(riskNow(july.headline, "2015-09-01").stale).toBe(true);
    });

    it("is linked with the two other incidents of the same article", () => {
      expect(
        july.links.map(({ title, type, note, outgoing }) => ({ title, type, note, outgoing })),
      ).toEqual(
        expect.arrayContaining([
          {
            title: "Three people seeking refuge arrested in Yunnan",
            type: "related",
            note: "Reported by the same article.",
            outgoing: false,
          },
          {
            title: "Eleven people arrested by Chinese police",
            type: "related",
            note: "Reported by the same article.",
            outgoing: false,
          },
        ]),
      );
      expect(july.links).toHaveLength(2);
    });
  },
  { gazetteer: true },
);
