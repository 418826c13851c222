import { readdirSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import { onBothEngines } from "../../db/testing";
import { logTableSample } from "../../db/testing-tables";
import { TABLE_NAMES } from "../../domain/tables/data-tables";
import { sayFrom } from "../../domain/testing-say";
import messages from "../../messages/en.json";
import type { KeptAccess } from "../_server/keep-access";
import { exportResponse } from "./export-response";
import { EXPORT_CHOICES } from "./formats";
import { dataPackageFile, tableFile } from "./table-files";

const actor = { id: "test", role: "admin" } as const;
const packed = dataPackageFile({ licence: "", address: "https://ledger.example", locale: "en" });

onBothEngines(
  "the data package and tables of a filter",
  (store) => {
    let sample: Awaited<ReturnType<typeof logTableSample>>;
    beforeAll(async () => {
      sample = await logTableSample(store());
    });

    const kept: KeptAccess[] = [];
    const respond = (
      file: Parameters<typeof exportResponse>[0],
      address: string,
      rest: { refusalOfAll?: Response; withBody?: boolean } = {},
    ) =>
      exportResponse(file, store(), actor, new URLSearchParams(address), {
        say: sayFrom(messages),
        now: Date.UTC(2026, 10, 24, 23, 59),
        withBody: true,
        refusalOfAll: null,
        keep: async (access) => void kept.push(access),
        ...rest,
      });

    it("is a zip with the day in its name, and it is kept who took it", async () => {
      const response = await respond(packed, "province=CN-YN");
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("application/zip");
      expect(response.headers.get("content-disposition")).toBe(
        'attachment; filename="data-package-2026-11-24.zip"',
      );
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.subarray(0, 2).toString()).toBe("PK");
      expect(bytes.includes("data/case_summary.csv")).toBe(true);
      expect(kept.at(-1)).toMatchObject({ action: "export", detail: "province=CN-YN" });
    });

    it("a table has the rows of what the filter finds, text guarded and numbers plain", async () => {
      const response = await respond(tableFile("groups"), `ref=${sample.sweep}`);
      expect(response.headers.get("content-disposition")).toBe(
        'attachment; filename="groups-2026-11-24.csv"',
      );
      const rows = parse(await response.text(), { columns: true }) as Record<string, string>[];
      expect(
        rows.map(({ id, part_of, current_low, current_high }) => [
          id,
          part_of,
          current_low,
          current_high,
        ]),
      ).toEqual([
        ["all", "", "20", "29"],
        ["part", "all", "9", "9"],
        ["guides", "", "6", "6"],
      ]);
    });

    it("refuses an address with a mistake, and a full export that is not confirmed", async () => {
      for (const file of [packed, tableFile("claims")]) {
        expect((await respond(file, "province=CN-QQ&foo=1")).status).toBe(400);
        const refusalOfAll = new Response("first", { status: 303 });
        expect((await respond(file, "", { refusalOfAll })).status).toBe(303);
        const told = await respond(file, "", { withBody: false });
        expect([told.status, await told.text()]).toEqual([200, ""]);
      }
    });
  },
  { gazetteer: true },
);

it("every file that the page lists has an address that answers, and every table and its words are there", () => {
  const routes = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((path) => /(route\.ts|page\.tsx)$/.test(path))
    .map((path) => `/${path.replaceAll("\\", "/").replace(/\/(route\.ts|page\.tsx)$/, "")}`);
  for (const { path, table } of EXPORT_CHOICES)
    expect(routes).toContain(table ? "/export/tables/[file]" : path);
  expect(EXPORT_CHOICES.flatMap(({ table }) => table ?? [])).toEqual(TABLE_NAMES);
  for (const { id, table } of EXPORT_CHOICES)
    if (!table) expect(messages.exports.formats).toHaveProperty([id, "for"]);
});
