import { join } from "node:path";
import { expect, it } from "vitest";
import type { ForeignTable } from "./import-file";
import { openImportFile } from "./import-file";

const RUSSIAN = join(import.meta.dirname, "table/fixtures/russian.windows-1251.csv");

async function opened(given: Parameters<typeof openImportFile>[2]): Promise<ForeignTable> {
  const file = await openImportFile(RUSSIAN, "x.csv", given);
  file.close();
  return file as ForeignTable;
}

it("a table is read as it was kept, without finding anything anew", async () => {
  const kept = { encoding: "koi8-r", bom: false, delimiter: "\t" } as const;
  expect((await opened({ kept })).reading).toEqual(kept);
});

it("what somebody chooses holds, and the rest is found", async () => {
  const found = { encoding: "windows-1251", bom: false, delimiter: "," };
  expect((await opened({})).reading).toEqual(found);
  const chosen = { encoding: "koi8-r", delimiter: ";" } as const;
  expect((await opened(chosen)).reading).toEqual({ ...chosen, bom: false });
});

it("its survey tells in which encodings it could be too", async () => {
  const kept = { encoding: "koi8-r", bom: false, delimiter: "," } as const;
  const survey = await (await opened({ kept })).survey();
  expect(survey.rows).toBe(3);
  expect(survey.others[0]).toBe("windows-1251");
});
