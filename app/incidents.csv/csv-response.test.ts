import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import { recordAccess } from "../../db/commands/record-access";
import { countIncidents } from "../../db/queries/count-incidents";
import { listAccess } from "../../db/queries/list-access";
import { listIncidents } from "../../db/queries/list-incidents";
import { onBothEngines } from "../../db/testing";
import { logManyIncidents } from "../../db/testing-incidents";
import { ACCESS_TABLE } from "../../domain/access-table";
import { parseIncidentRequest } from "../../domain/incident-request";
import { emptyTableRequest } from "../../domain/table-params";
import { sayFrom } from "../../domain/testing-say";
import messages from "../../messages/en.json";
import { csvResponse } from "./csv-response";

const actor = { id: "test", role: "admin" } as const;
const COUNT = 60;
const options = {
  say: sayFrom(messages),
  now: Date.UTC(2026, 10, 24, 23, 59),
  withBody: true,
  refusalOfAll: null,
};

onBothEngines(
  "the CSV of incidents",
  (store) => {
    beforeAll(async () => {
      await logManyIncidents(store(), actor, COUNT);
    });

    const respond = (address: string, withBody = true) =>
      csvResponse(store(), actor, new URLSearchParams(address), {
        ...options,
        withBody,
        keep: (access) => recordAccess(store(), { ...access, address: "192.0.2.7" }, actor),
      });
    const records = async (address: string): Promise<string[][]> =>
      parse(await (await respond(address)).text(), { bom: true });

    it("is a file of UTF-8 with the day in its name", async () => {
      const response = await respond("");
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
      expect(response.headers.get("content-disposition")).toBe(
        'attachment; filename="incidents-2026-11-24.csv"',
      );
      const text = await response.text();
      expect(text.split("\r\n")[0]).toBe(
        "reference,title,review_status,date_text,date_earliest,date_latest,date_kind,date_precision,date_edtf,countries,provinces,province_names,localities,persons_low,persons_best,persons_high,helpers_low,helpers_best,helpers_high,families,nationalities,event_types,status,status_date,at_risk_of,corroboration,disagreement,sources,independent_sources,citations,summary,created_at,updated_at",
      );
      expect(text).toContain("\r\n");
      expect(text.endsWith("\r\n")).toBe(true);
    });

    it("is recorded with who took it and the filter as an address writes it, unless nothing is sent", async () => {
      const taken = async () =>
        (await listAccess(store(), actor, emptyTableRequest(ACCESS_TABLE))).rows;
      const before = (await taken()).length;
      await respond("colour=red");
      await respond("", false);
      expect(await taken()).toHaveLength(before);
      await records("sort=title&province=cn-yn&page=1");
      const rows = await taken();
      expect(rows).toHaveLength(before + 1);
      expect(rows[0]).toMatchObject({
        actor: "test",
        action: "export",
        entity: "incidents",
        detail: "province=CN-YN&sort=title",
      });
    });

    it("has the incidents of the page, in its order, as many as its heading counts", async () => {
      for (const address of [
        "",
        "province=CN-YN",
        "from=2013-03-01&to=2013-09-30",
        "from=2013-03-01&to=2013-09-30&dates=certain&sort=title",
        "type=arrest&modality=reported&sort=-people",
        "status=held&status=arrested&sort=status",
        "nationality=KP&role=helper&sort=-updated",
        "q=%EB%8F%84%EB%AC%B8&sort=provinces",
        "people_min=5&people_max=20&sort=people",
        "corroboration=contested&sort=-sources",
      ]) {
        const { request } = parseIncidentRequest(new URLSearchParams(`${address}&size=100`));
        const { rows, total } = await listIncidents(store(), actor, request);
        const [, ...lines] = await records(`${address}&columns=reference`);
        expect([address, lines.flat()]).toEqual([address, rows.map(({ ref }) => ref)]);
        expect([address, lines.length]).toEqual([address, total]);
        expect(await countIncidents(store(), actor, [request.filter])).toEqual([total]);
      }
    });

    it("chooses and orders columns in either spelling", async () => {
      expect((await records("columns=persons_best,reference"))[0]).toEqual([
        "persons_best",
        "reference",
      ]);
      expect((await records("columns=nationality,roles"))[0]).toEqual(["nationalities", "roles"]);
    });

    it("begins with a byte order mark where Excel is to open it", async () => {
      const bytes = new Uint8Array(await (await respond("bom=1")).arrayBuffer());
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const plain = new Uint8Array(await (await respond("")).arrayBuffer());
      expect(plain[0]).toBe("r".charCodeAt(0));
    });

    it("guards its text and leaves numbers numbers", async () => {
      const titles = (await records("columns=title")).flat();
      expect(titles).toContain("'=1+1");
      expect(titles).not.toContain("=1+1");
      const sources = (await records("columns=sources")).slice(1).flat();
      expect(sources.every((cell) => /^\d+$/.test(cell))).toBe(true);
    });

    it("has only its heading where nothing matches, be it for want of a word to search for", async () => {
      expect(await records("type=resettlement&status=died&people_min=900")).toHaveLength(1);
      expect(await records("q=%25")).toHaveLength(1);
      expect((await respond(`q=${"a".repeat(10_000)}`)).status).toBe(200);
    });

    it("ignores page and size, once they are right", async () => {
      expect(await records("page=2&size=25&columns=reference")).toHaveLength(COUNT + 1);
    });

    it("refuses an address with mistakes, and says all of them", async () => {
      const response = await respond(
        "province=CN-QQ&type=arest&from=2014-02-30&sort=drop table&page=-1&size=7&columns=shoe&bom=x&foo=1",
      );
      expect(response.status).toBe(400);
      const { error } = await response.json();
      expect(error.code).toBe("invalid_input");
      expect(error.issues.map(({ path, code }: Record<string, string>) => [path, code])).toEqual([
        ["from", "filter.not_a_date"],
        ["type", "filter.not_in_list"],
        ["foo", "filter.unknown_parameter"],
        ["sort", "sort.unknown"],
        ["page", "page.not_a_page"],
        ["size", "page.not_a_size"],
        ["columns", "columns.unknown"],
        ["province", "filter.unknown_province"],
        ["bom", "csv.bom"],
      ]);
      expect(error.issues[0].message).toBe(
        "“2014-02-30” is no date of the calendar. Write a day as 2014-07-15, a month as 2014-07 or a year as 2014.",
      );
    });

    it("is refused where it would be a full export and those must be confirmed, and nothing is recorded", async () => {
      const refusalOfAll = new Response("first", { status: 303 });
      const ask = (address: string) =>
        csvResponse(store(), actor, new URLSearchParams(address), {
          ...options,
          keep: async () => undefined,
          refusalOfAll,
        });
      const recorded = async () =>
        (await listAccess(store(), actor, emptyTableRequest(ACCESS_TABLE))).total;
      const before = await recorded();
      for (const address of ["", "sort=title&page=2&columns=reference"])
        expect((await ask(address)).status, address).toBe(303);
      expect(await recorded()).toBe(before);
      expect((await ask("province=CN-YN&type=release")).status).toBe(200);
    });

    it("tells its headers without being read", async () => {
      const response = await respond("", false);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
      expect(await response.text()).toBe("");
    });
  },
  { gazetteer: true },
);
