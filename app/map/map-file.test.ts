import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import { recordAccess } from "../../db/commands/record-access";
import { listAccess } from "../../db/queries/list-access";
import { onBothEngines } from "../../db/testing";
import { logManyIncidents } from "../../db/testing-incidents";
import { ACCESS_TABLE } from "../../domain/access-table";
import { emptyTableRequest } from "../../domain/table-params";
import { sayFrom } from "../../domain/testing-say";
import messages from "../../messages/en.json";
import { mapFile } from "./map-file";

const actor = { id: "test", role: "admin" } as const;

onBothEngines(
  "a file of a map",
  (store) => {
    beforeAll(async () => {
      await logManyIncidents(store(), actor, 40);
    });

    const ask = (query: string, format: "svg" | "csv", withBody = true) =>
      mapFile(store(), actor, new URLSearchParams(query), {
        format,
        say: sayFrom(messages),
        locale: "en",
        today: "2026-11-24",
        withBody,
        keep: (access) => recordAccess(store(), { ...access, address: null }, actor),
      });
    const taken = async () =>
      (await listAccess(store(), actor, emptyTableRequest(ACCESS_TABLE))).rows;

    it("has the day in its name and is kept by nobody on the way", async () => {
      const svg = await ask("", "svg");
      expect(svg.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
      expect(svg.headers.get("content-disposition")).toBe(
        'attachment; filename="map-2026-11-24.svg"',
      );
      expect(svg.headers.get("cache-control")).toBe("no-store");
      expect(await svg.text()).toMatch(/^<svg .*<title>40 incidents<\/title>.*<\/svg>\n$/s);
      const csv = await ask("", "csv");
      expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
      const [head, ...rows] = parse(await csv.text()) as string[][];
      expect(head?.slice(0, 5)).toEqual(["kind", "code", "name", "country", "incidents"]);
      expect(rows.map((row) => row[1])).toContain("CN-YN");
    });

    it("explains what it draws, how it counts and when it was made", async () => {
      const svg = await (await ask("", "svg")).text();
      for (const words of [
        messages.map.legend.town,
        messages.map.legend.reported,
        "A province counts each incident",
        "Detention Ledger, 24 Nov 2026",
      ])
        expect(svg).toContain(words);
      expect(await (await ask("moves=hidden", "svg")).text()).not.toContain(
        messages.map.legend.reported,
      );
    });

    it("of a mistaken address is refused whole", async () => {
      for (const query of [
        "colour=red",
        "view=nowhere",
        "view=ZZ",
        "province=CN-QQ",
        "bound=middle",
      ]) {
        const response = await ask(query, "csv");
        expect([query, response.status]).toEqual([query, 400]);
      }
    });

    it("is recorded with the incidents it is of, unless nothing is sent", async () => {
      const before = (await taken()).length;
      await ask("colour=red", "svg");
      await ask("", "svg", false);
      expect(await taken()).toHaveLength(before);
      await ask("province=cn-yn&type=arrest&shade=people", "svg");
      expect((await taken())[0]).toMatchObject({
        action: "export",
        entity: "incidents",
        detail: "type=arrest",
      });
    });
  },
  { gazetteer: true },
);
