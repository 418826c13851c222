import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import type { IncidentView } from "../../domain/incident-view";
import { logIncident } from "../commands/log-incident";
import { getIncident } from "../queries/get-incident";
import { readSampleRefs } from "../sample-cases";
import type { Store } from "../store";
import { onBothEngines } from "../testing";
import { seedSampleCases } from "./seed-sample-cases";

const reader: Actor = { id: "test", role: "researcher" };
const exactly = (count: number) => ({ low: count, best: count, high: count });
const unknown = { low: null, best: null, high: null };

/** Every incident of the ledger by its title. */
async function allIncidents(store: Store): Promise<Map<string, IncidentView>> {
  const { incident } = store.t;
  const rows = await store.read.select({ ref: incident.ref }).from(incident);
  const views = new Map<string, IncidentView>();
  for (const { ref } of rows) {
    const view = (await getIncident(store, reader, ref))!;
    views.set(view.document.title, view);
  }
  return views;
}

function publishers(view: IncidentView): Set<string> {
  return new Set(view.sources.map((source) => source.publisher));
}

function days(view: IncidentView) {
  return [view.headline.date?.earliest ?? null, view.headline.date?.latest ?? null];
}

onBothEngines(
  "the sample cases",
  (store) => {
    let logged: number;
    let incidents: Map<string, IncidentView>;
    const titled = (title: string) => incidents.get(title)!;

    beforeAll(async () => {
      logged = await seedSampleCases(store());
      incidents = await allIncidents(store());
    });

    it("are twenty-two incidents, known as samples, and are logged only once", async () => {
      expect(logged).toBe(22);
      expect(incidents.size).toBe(22);
      expect(await seedSampleCases(store())).toBe(0);
      expect((await allIncidents(store())).size).toBe(22);
      const refs = [...incidents.values()].map(({ ref }) => ref);
      expect((await readSampleRefs(store(), store().read))?.sort()).toEqual(refs.sort());
    });

    it("are verified by another than wrote them, and decided to be public", () => {
      for (const { reviewStatus, publication } of incidents.values())
        expect({ reviewStatus, publication }).toEqual({
          reviewStatus: "verified",
          publication: "public",
        });
    });

    it("quote nothing but the one text that is in the public domain, and that word for word", async () => {
      const { source } = store().t;
      const [voa] = await store()
        .read.select()
        .from(source)
        .where(eq(source.title, "20 N. Korean Defectors Arrested in China, Face Deportation"));
      let quotes = 0;
      for (const { document } of incidents.values())
        for (const { quote, sourceId } of document.claims.filter((claim) => claim.quote !== "")) {
          quotes++;
          expect(sourceId, quote).toBe(voa!.id);
          expect(voa!.storedText).toContain(quote);
        }
      expect(quotes).toBeGreaterThan(20);
      const quotable = await store().read.select().from(source).where(eq(source.quotable, true));
      expect(quotable.map(({ id }) => id)).toEqual([voa!.id]);
    });

    it("say everything in words of their own, and nobody's exact age", () => {
      for (const { document } of incidents.values()) {
        const words = [
          document.title,
          document.summary,
          ...document.groups.map((group) => group.label),
          ...document.events.map((event) => event.description),
          ...document.claims.map((claim) => claim.statement),
        ];
        for (const text of words)
          expect(text).not.toMatch(/\b(\d+|one|nine|ten|\w+teen)[- ](years?|months?)[- ]old/i);
        for (const claim of document.claims) expect(claim.statement).not.toBe("");
      }
    });

    it("date what an article says in passing from its publication", () => {
      expect(days(titled("Three people seeking refuge arrested in Yunnan"))).toEqual([
        "2014-01-01",
        "2014-07-27",
      ]);
      const eleven = titled("Eleven people arrested by Chinese police").headline;
      expect(eleven).toMatchObject({ persons: exactly(11), provinces: [], countries: ["CN"] });
      expect(eleven.date).toMatchObject({ earliest: "2014-06-01", latest: "2014-06-30" });
    });

    it("join what two reports say of one return: more than 500 people on 9 October 2023", () => {
      const view = titled("More than 500 people returned through five border towns");
      expect(publishers(view)).toEqual(new Set(["Radio Free Asia", "OpenSourceInvestigations"]));
      expect(days(view)).toEqual(["2023-10-09", "2023-10-09"]);
      expect(view.headline).toMatchObject({
        persons: { low: 500, best: 500, high: null },
        independentSources: 2,
        corroboration: "corroborated",
        provinces: ["CN-JL", "CN-LN"],
        status: "deported",
      });
      expect(titled("Eighty people returned on 29 August 2023").headline).toMatchObject({
        persons: exactly(80),
        independentSources: 2,
      });
      expect(titled("Forty people returned on 18 September 2023").headline).toMatchObject({
        persons: exactly(40),
        independentSources: 2,
      });
    });

    it("never turn families into people", () => {
      expect(
        titled("872 Afghans deported from Pakistan through two crossings").headline,
      ).toMatchObject({ persons: exactly(872), families: exactly(168), status: "deported" });
      expect(
        titled("213 families back in Afghanistan from Iran in one day").headline,
      ).toMatchObject({ persons: unknown, families: exactly(213), status: "unknown" });
    });

    it("leave a report's own inconsistency as it is", () => {
      const view = titled("228 people stopped at sea, 109 of them sentenced in Maungdaw");
      expect(days(view)).toEqual(["2021-11-29", "2021-11-29"]);
      expect(view.headline.persons).toEqual(exactly(228));
      const parts = view.document.groups.filter(
        (group) => view.document.groups.find(({ id }) => id === group.partOf)?.partOf === null,
      );
      expect(parts.map(({ id }) => view.headline.groups[id]!.count.best)).toEqual([109, 90, 35]);
      expect(parts.map(({ id }) => view.headline.groups[id]!.statuses[0]!.status)).toEqual([
        "sentenced",
        "released",
        "released",
      ]);
    });

    it("keep a feared onward return in view after the first one", () => {
      const { status, atRiskOf } = titled(
        "Nine young people flown from Vientiane to Kunming",
      ).headline;
      expect({ status, atRiskOf }).toEqual({ status: "deported", atRiskOf: ["deportation"] });
    });

    it("hold what is only roughly known as it is known", () => {
      const thirty = titled("About thirty people arrested in Shenyang and moved to Dandong");
      expect(thirty.headline).toMatchObject({
        persons: { low: null, best: 30, high: null },
        status: "held",
        date: { earliest: "2016-11-01", latest: "2016-11-30", basis: "estimated" },
      });
      const tally = titled("At least 41 people and their helpers detained in two months");
      expect(tally.headline).toMatchObject({
        persons: { low: 41, best: null, high: null },
        helpers: unknown,
      });
      expect(tally.links.map(({ type }) => type)).toEqual(["related", "related"]);
      expect(
        titled("Seven people, a girl among them, arrested in a hideout near Shenyang").headline
          .date,
      ).toBeNull();
    });

    it("call acknowledged only what the authority that acts says itself", () => {
      const acknowledged = [...incidents.values()].filter(
        ({ headline }) => headline.corroboration === "acknowledged",
      );
      expect(acknowledged.map(({ document }) => document.title)).toEqual([
        "109 Uighurs sent from Thailand to China and held there",
      ]);
      expect(acknowledged[0]!.headline).toMatchObject({ status: "held", persons: exactly(109) });
    });
  },
  { gazetteer: true },
);

onBothEngines(
  "a ledger with an incident of its own",
  (store) => {
    it("gets no sample cases", async () => {
      const document = { title: "Our own", summary: "", groups: [], events: [], claims: [] };
      await logIncident(store(), { document }, { id: "test", role: "researcher" });
      expect(await seedSampleCases(store())).toBe(0);
      expect([...(await allIncidents(store())).keys()]).toEqual(["Our own"]);
    });
  },
  { gazetteer: true },
);

onBothEngines("a ledger without the places", (store) => {
  it("refuses the sample cases as a whole", async () => {
    await expect(seedSampleCases(store())).rejects.toBeInstanceOf(DomainError);
    const { source, incident, revision } = store().t;
    for (const table of [source, incident, revision])
      expect(await store().read.select().from(table)).toEqual([]);
  });
});
