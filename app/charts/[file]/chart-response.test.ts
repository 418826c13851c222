import { beforeAll, expect, it } from "vitest";
import { listIncidents } from "../../../db/queries/list-incidents";
import { onBothEngines } from "../../../db/testing";
import { logManyIncidents } from "../../../db/testing-incidents";
import { parseIncidentFilter } from "../../../domain/incident-filter";
import { DEFAULT_SORT } from "../../../domain/incident-sort";
import { sayFrom } from "../../../domain/testing-say";
import messages from "../../../messages/en.json";
import type { KeptAccess } from "../../_server/keep-access";
import { chartResponse } from "./chart-response";

const actor = { id: "test", role: "admin" } as const;

onBothEngines(
  "a chart as a file",
  (store) => {
    const kept: KeptAccess[] = [];
    beforeAll(async () => {
      await logManyIncidents(store(), actor, 40);
    });

    const respond = (kind: "incidents" | "people", format: "svg" | "csv", query: string) =>
      chartResponse(store(), actor, new URLSearchParams(query), {
        kind,
        format,
        say: sayFrom(messages),
        locale: "en",
        today: "2026-11-24",
        keep: async (access) => {
          kept.push(access);
        },
      });

    it("has the numbers of the lists of its months", async () => {
      const answer = await respond("people", "csv", "from=2014-01&to=2014-02&province=CN-YN");
      expect(answer.headers.get("content-disposition")).toBe(
        'attachment; filename="people-by-month-2026-11-24.csv"',
      );
      const [heading, ...lines] = (await answer.text()).split("\r\n");
      expect(heading).toBe("period,from,to,persons_low,persons_best,persons_high,persons_known");
      const cells = lines.map((line) => line.split(","));
      expect(cells.map(([period]) => period)).toEqual(["2014-01", "2014-02", ""]);
      const list = async (dates: string) => {
        const { filter } = parseIncidentFilter(
          new URLSearchParams(`from=2014-01&to=2014-01&province=CN-YN&dates=${dates}`),
        );
        const page = { page: 1, size: 100 } as const;
        return (await listIncidents(store(), actor, { filter, sort: DEFAULT_SORT, page })).persons;
      };
      const [certain, possible] = [await list("certain"), await list("possible")];
      expect(cells[0]!.slice(3, 6)).toEqual(
        [certain.low, certain.best, possible.high].map((number) => String(number ?? "")),
      );
    });

    it("says in the picture what it is of, escaped, without style or script", async () => {
      const query = new URLSearchParams({ q: '<b> & "held"', by: "year" }).toString();
      const answer = await respond("incidents", "svg", query);
      expect(answer.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
      const svg = await answer.text();
      expect(svg).toContain(">Incidents by year</text>");
      expect(svg).toContain("“&lt;b&gt; &amp; &quot;held&quot;”");
      expect(svg).toContain("Detention Ledger, 24 Nov 2026");
      expect(svg).not.toMatch(/<style|<script|<b>|var\(--/);
    });

    it("is refused where the address has a mistake, and kept as taken only where it was given", async () => {
      kept.length = 0;
      const refused = await respond("incidents", "csv", "by=week&type=arest");
      expect(refused.status).toBe(400);
      const { error } = await refused.json();
      expect(error.issues.map(({ path }: { path: string }) => path)).toEqual(["type", "by"]);
      await respond("incidents", "csv", "status=held&by=year");
      expect(kept).toEqual([
        {
          action: "export",
          entity: "incidents",
          entityId: "",
          detail: "incidents.csv status=held",
        },
      ]);
    });

    it("has only its heading where there is nothing to show", async () => {
      const answer = await respond("incidents", "csv", "type=resettlement&people_min=900");
      expect(await answer.text()).toBe("period,from,to,incidents_certain,incidents_possible\r\n");
      expect(await (await respond("people", "svg", "people_min=900")).text()).toContain(
        "None of these incidents has a known day in the time shown.",
      );
    });
  },
  { gazetteer: true },
);
