import { mkdtempSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import {
  appendUpload,
  describeUpload,
  forgetUploads,
  removeUpload,
  renameUpload,
  uploadFolder,
  uploadPath,
} from "./uploads";

const folder = join(mkdtempSync(join(tmpdir(), "ledger-uploads-")), "imports");
afterAll(() => rmSync(join(folder, ".."), { recursive: true, force: true }));
const bytes = (text: string) => new TextEncoder().encode(text);
const [A, B] = ["a".repeat(24), "b".repeat(24)] as const;

it("lie beside a SQLite file, for its owner alone", async () => {
  expect(uploadFolder("file:/srv/ledger.db")).toBe("/srv/imports");
  expect(uploadFolder("postgres://host/ledger")).toBe("data/imports");
  await appendUpload(folder, A, 0, bytes("one"));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(uploadPath(folder, A)).mode & 0o777).toBe(0o600);
});

it("grow by pieces, each once however often it is sent", async () => {
  expect(await appendUpload(folder, A, 3, bytes("two"))).toBe(6);
  expect(await appendUpload(folder, A, 3, bytes("two"))).toBe(6);
  expect(await appendUpload(folder, A, 99, bytes("later"))).toBe(6);
  expect(await describeUpload(folder, A)).toEqual({
    size: 6,
    // Of "onetwo".
    sha256: "25b6746d5172ed6352966a013d93ac846e1110d5a25e8f183b5931f4688842a1",
  });
  await renameUpload(folder, A, B);
  expect(await describeUpload(folder, A)).toBeNull();
});

it("are never another file", () => {
  for (const id of ["../ledger.db", "", "A".repeat(24), `${A}/x`])
    expect(() => uploadPath(folder, id)).toThrow("no id of an upload");
});

it("are forgotten after a day, unless an import waits for them", async () => {
  await appendUpload(folder, A, 0, bytes("old"));
  const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
  for (const id of [A, B]) utimesSync(uploadPath(folder, id), old, old);
  await forgetUploads(folder, (id) => id === B, Date.now());
  expect(await describeUpload(folder, A)).toBeNull();
  expect(await describeUpload(folder, B)).toMatchObject({ size: 6 });
  await removeUpload(folder, B);
  expect(await describeUpload(folder, B)).toBeNull();
});
