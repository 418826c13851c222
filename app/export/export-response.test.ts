import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { countIncidents } from "../../db/queries/count-incidents";
import { listIncidents } from "../../db/queries/list-incidents";
import { onBothEngines } from "../../db/testing";
import { logManyIncidents } from "../../db/testing-incidents";
import { logTableSample } from "../../db/testing-tables";
import { apiIncidentSchema } from "../../domain/api/api-incident";
import type { IncidentFeature } from "../../domain/api/incident-feature";
import { parseIncidentRequest } from "../../domain/incident-request";
import { sayFrom } from "../../domain/testing-say";
import messages from "../../messages/en.json";
import type { KeptAccess } from "../_server/keep-access";
import { EXPORT_FILES } from "./export-files";
import { exportResponse } from "./export-response";

const actor = { id: "test", role: "admin" } as const;
const FORMATS = Object.keys(EXPORT_FILES) as (keyof typeof EXPORT_FILES)[];

onBothEngines(
  "the files of a filter",
  (store) => {
    let sample: Awaited<ReturnType<typeof logTableSample>>;
    beforeAll(async () => {
      await logManyIncidents(store(), actor, 30);
      sample = await logTableSample(store());
    });

    const kept: KeptAccess[] = [];
    const respond = (
      format: keyof typeof EXPORT_FILES,
      address: string,
      { withBody = true, refusalOfAll = null as Response | null } = {},
    ) =>
      exportResponse(EXPORT_FILES[format], store(), actor, new URLSearchParams(address), {
        say: sayFrom(messages),
        now: Date.UTC(2026, 10, 24, 23, 59),
        withBody,
        refusalOfAll,
        keep: async (access) => void kept.push(access),
      });
    const text = async (...asked: Parameters<typeof respond>) => (await respond(...asked)).text();

    it("have the incidents of the list, in its order, as many as its heading counts", async () => {
      for (const address of [
        "",
        "province=CN-YN&sort=title",
        "from=2013-01-01&type=arrest&sort=-people",
      ]) {
        const { request } = parseIncidentRequest(new URLSearchParams(`${address}&size=100`));
        const { rows } = await listIncidents(store(), actor, request);
        const refs = rows.map(({ ref }) => ref);
        expect(await countIncidents(store(), actor, [request.filter])).toEqual([refs.length]);
        const { query, incidents } = JSON.parse(await text("json", address));
        expect(query).toBe(new URLSearchParams(address).toString());
        expect(incidents.map(({ reference }: { reference: string }) => reference)).toEqual(refs);
        const lines = (await text("ndjson", address)).split("\n").slice(0, -1);
        expect(lines.map((line) => JSON.parse(line))).toEqual(incidents);
        const { features } = JSON.parse(await text("geojson", address));
        expect(features.map(({ id }: IncidentFeature) => id)).toEqual(refs);
      }
    });

    it("hold to the form that is documented", async () => {
      const { incidents } = JSON.parse(await text("json", ""));
      const validate = new Ajv2020({
        strict: false,
        formats: { date: true, "date-time": true },
      }).compile(z.toJSONSchema(z.array(apiIncidentSchema)));
      expect(validate(incidents), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    });

    it("have of a disputed case all counts, dates and whose they are", async () => {
      const { incidents } = JSON.parse(await text("json", `ref=${sample.sweep}`));
      const [sweep] = incidents;
      expect(sweep.headline).toMatchObject({
        persons: { low: 20, best: 20, high: 29 },
        helpers: { low: 6, best: 6, high: 6 },
        disagreement: ["persons"],
        date: { earliest: "2014-07-15", latest: "2014-07-17", edtf: "2014-07-15/2014-07-17" },
      });
      expect(sweep.claims[0]).toMatchObject({ source: sample.wire, group: "all", field: "count" });
      expect(sweep.claims[3]).toMatchObject({
        event: "arrest",
        place: {
          role: "at",
          place: { id: "CN-YN/kunming", name_en: "Kunming", province: "CN-YN" },
        },
        quote: "in Kunming",
      });
      const copy = sweep.sources.find(
        ({ reference }: { reference: string }) => reference === sample.copy,
      );
      expect(copy.derived_from).toEqual([sample.paper, sample.wire].sort());
    });

    it("show on a map no point that is more exact than what is known", async () => {
      const of = async (ref: string): Promise<IncidentFeature> =>
        JSON.parse(await text("geojson", `ref=${ref}`)).features[0];
      const sweep = await of(sample.sweep);
      expect(sweep.geometry).toMatchObject({ type: "MultiPoint" });
      expect(sweep.properties.where_precision).toBe(2);
      expect(sweep.properties.places).toMatchObject([
        { id: "CN-SD/qingdao", where_precision: 2, point: 0 },
        { id: "CN-YN/kunming", where_precision: 2, point: 1 },
      ]);
      const crossing = await of(sample.crossing);
      expect(crossing.geometry?.type).toBe("Point");
      expect(crossing.properties).toMatchObject({
        where_precision: 4,
        where: "The point is the middle of Yunnan: where in it, nobody has said.",
        persons_low: null,
        persons_best: 3,
      });
      const undated = await of(sample.undated);
      expect(undated.geometry).toBeNull();
      expect(undated.properties).toMatchObject({
        where: "Where is not known.",
        where_precision: null,
        date_earliest: null,
      });
    });

    it("cite each source once, as CSL-JSON and as BibTeX", async () => {
      const asked = `ref=${sample.sweep}&ref=${sample.crossing}`;
      const items = JSON.parse(await text("csl", asked));
      const refs = [sample.wire, sample.paper, sample.copy];
      expect(items.map(({ id }: { id: string }) => id).sort()).toEqual(refs.sort());
      const bibtex = await text("bibtex", asked);
      expect([...bibtex.matchAll(/^@\w+\{(.*),$/gm)].map(([, label]) => label).sort()).toEqual(
        refs,
      );
    });

    it("are whole files where nothing is found", async () => {
      const nothing = "type=resettlement&status=died&people_min=900";
      expect(JSON.parse(await text("json", nothing)).incidents).toEqual([]);
      expect(JSON.parse(await text("geojson", nothing)).features).toEqual([]);
      expect(JSON.parse(await text("csl", nothing))).toEqual([]);
      expect(await text("ndjson", nothing)).toBe("");
      expect(await text("bibtex", nothing)).toBe("");
    });

    it("are recorded with the filter, unless nothing is sent", async () => {
      kept.length = 0;
      for (const format of FORMATS) {
        const head = await respond(format, "", { withBody: false });
        expect([head.status, await head.text()]).toEqual([200, ""]);
        expect((await respond(format, "colour=red&type=arest")).status).toBe(400);
      }
      expect(kept).toEqual([]);
      for (const format of FORMATS) await text(format, "sort=title&province=cn-yn&page=1");
      expect(kept.map(({ action, entity, detail }) => [action, entity, detail])).toEqual(
        FORMATS.map(() => ["export", "incidents", "province=CN-YN&sort=title"]),
      );
    });

    it("are refused where they would be a full export and those must be confirmed", async () => {
      const refusalOfAll = new Response("first", { status: 303 });
      for (const format of FORMATS) {
        expect((await respond(format, "", { refusalOfAll })).status).toBe(303);
        const part = await respond(format, `ref=${sample.sweep}`, { refusalOfAll });
        expect(part.status).toBe(200);
        await part.text();
      }
    });

    it("are broken off where they fail, and never finished", async () => {
      const failing = {
        ...EXPORT_FILES.json,
        async *text() {
          yield '{"incidents":[';
          throw new Error("The disk is gone.");
        },
      };
      const response = await exportResponse(failing, store(), actor, new URLSearchParams(), {
        say: sayFrom(messages),
        now: 0,
        withBody: true,
        refusalOfAll: null,
        keep: async () => undefined,
      });
      await expect(response.text()).rejects.toThrow("The disk is gone.");
    });

    it("hold nothing open once their reader has gone", async () => {
      const response = await respond("json", "");
      await response.body!.cancel();
      const { request } = parseIncidentRequest(new URLSearchParams("size=25"));
      expect((await listIncidents(store(), actor, request)).rows).toHaveLength(25);
    });
  },
  { gazetteer: true },
);
