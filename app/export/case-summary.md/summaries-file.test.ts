import { beforeAll, expect, it } from "vitest";
import { recordAccess } from "../../../db/commands/record-access";
import { listAccess } from "../../../db/queries/list-access";
import { seedSampleCases } from "../../../db/seed/seed-sample-cases";
import { onBothEngines } from "../../../db/testing";
import { ACCESS_TABLE } from "../../../domain/access-table";
import { emptyTableRequest } from "../../../domain/table-params";
import { sayFrom } from "../../../domain/testing-say";
import messages from "../../../messages/en.json";
import { exportResponse } from "../export-response";
import { summariesFile } from "./summaries-file";

const actor = { id: "test", role: "admin" } as const;
const FILE = summariesFile({ locale: "en", base: "https://ledger.example" });
const options = {
  say: sayFrom(messages),
  now: Date.UTC(2026, 10, 26, 12),
  withBody: true,
  refusalOfAll: null,
};

onBothEngines(
  "the case summaries of a filter",
  (store) => {
    beforeAll(() => seedSampleCases(store()));
    const respond = (address: string, rest: Partial<typeof options> = {}, refusalOfAll = null as Response | null) =>
      exportResponse(FILE, store(), actor, new URLSearchParams(address), {
        ...options,
        ...rest,
        refusalOfAll,
        keep: (access) => recordAccess(store(), { ...access, address: "192.0.2.7" }, actor),
      });
    const taken = async () =>
      (await listAccess(store(), actor, emptyTableRequest(ACCESS_TABLE))).rows;

    it("are one file of Markdown, with the filter as a sentence and each incident after the other", async () => {
      const response = await respond("province=CN-YN&from=2014&to=2014");
      expect(response.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
      expect(response.headers.get("content-disposition")).toBe(
        'attachment; filename="case-summaries-2026-11-26.md"',
      );
      const text = await response.text();
      expect(text).toMatch(/^# Case summaries\n\nFound: 2 incidents in Yunnan/);
      expect(text.match(/^## .*$/gm)).toEqual([
        "## Families and their helpers arrested in Qingdao and Kunming",
        "## Three people seeking refuge arrested in Yunnan",
      ]);
    });

    it("say of the July 2014 case who, what is disputed and by whom, and every statement with its source", async () => {
      const text = await (await respond("q=Qingdao+Kunming+families")).text();
      for (const line of [
        "- **People:** 20–29 (best 29) (Independent sources contradict each other)",
        "- **People:** 20 by Voice of America; 27 by KBS World; 29 by Chosun Ilbo (English edition)",
        "> A group of 20 North Korean defectors",
        "### What is withheld, and why",
      ])
        expect(text).toContain(line);
      expect(text).toMatch(/- \\\[1\\\] Voice of America, 20 N. Korean Defectors Arrested in China/);
      expect(text).toMatch(/\*\*15–17 Jul 2014\*\* arrest/);
      expect(text).toMatch(/deportation .*\(anticipated\)/);
      expect(text).toMatch(/unpublished record, https:\/\/ledger\.example\/incidents\/INC-\w+, read on 26 Nov 2026\./);
    });

    it("say so where nothing is found, and refuse what they do not understand", async () => {
      const text = await (await respond("q=zzzz")).text();
      expect(text).toContain("Found: 0 incidents");
      const refused = await respond("province=nowhere&colour=red");
      expect(refused.status).toBe(400);
      expect((await refused.json()).error.issues).toHaveLength(2);
    });

    it("are kept in the log of access, unless nothing is sent", async () => {
      const before = (await taken()).length;
      await respond("colour=red");
      const head = await respond("", { withBody: false });
      expect(await head.text()).toBe("");
      expect(await taken()).toHaveLength(before);
      await (await respond("province=cn-yn&page=1")).text();
      const rows = await taken();
      expect(rows).toHaveLength(before + 1);
      expect(rows[0]).toMatchObject({ action: "export", entity: "incidents", detail: "province=CN-YN" });
    });

    it("are refused as any export of everything is", async () => {
      const refusal = new Response(null, { status: 303 });
      expect((await respond("", {}, refusal)).status).toBe(303);
      const given = await respond("province=CN-YN&from=2014&to=2014", {}, refusal);
      expect(given.status).toBe(200);
      // What nobody reads to its end keeps its moment open.
      await given.body?.cancel();
    });

    it("end the reading where the reader leaves early", async () => {
      const reader = (await respond("")).body!.getReader();
      await reader.read();
      await reader.cancel();
    });
  },
  { gazetteer: true },
);
