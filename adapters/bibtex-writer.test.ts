import { createRequire } from "node:module";
import { expect, it, vi } from "vitest";
import type { ApiSource } from "../domain/api/api-source";
import { anApiSource } from "../domain/api/testing-api-source";
import { sourcesBibtex } from "./bibtex-writer";

function written(...sources: Partial<ApiSource>[]): Promise<string> {
  return writtenInBatches([sources]);
}

async function writtenInBatches(some: Partial<ApiSource>[][]): Promise<string> {
  async function* batches() {
    for (const sources of some) yield sources.map(anApiSource);
  }
  let text = "";
  for await (const chunk of sourcesBibtex(batches())) text += chunk;
  return text;
}

const on = (earliest: string | null, latest: string | null, edtf: string) =>
  ({ text: "", earliest, latest, kind: "within", basis: "stated", precision: null, edtf }) as const;

it("names a report by its reference and keeps letters of every script", async () => {
  const text = await written({
    publisher: "조선일보",
    title: "29명 체포: Émigrés held",
    url: "https://paper.example/a_b?x=%20",
    published: on("2014-07-23", "2014-07-23", "2014-07-23"),
  });
  expect(text).toContain("@article{SRC-AAAAAA,");
  expect(text).toContain("journal = {조선일보}");
  expect(text).toContain("29명 체포: ");
  expect(text).toContain("Émigrés");
  expect(text).toContain("year = {2014}");
  expect(text).toContain("url = {https://paper.example/a_b?x=%20}");
  expect(text).not.toContain("note");
});

it("lets no sign of a title end its field or become markup", async () => {
  const text = await written({ kind: "ngo", title: "A } {b & 5% of $1 #2 c_d \\e ~f ^g <i>h</i>" });
  expect(text).toContain(
    "\\} \\{b \\& 5\\% of \\$1 \\#2 c\\_d \\textbackslash{}e \\textasciitilde{}f \\textasciicircum{}g <i>h</i>",
  );
  expect(text.replaceAll(/\\[{}]/g, "").split("{").length).toBe(
    text.replaceAll(/\\[{}]/g, "").split("}").length,
  );
});

it("says in a note what is no day, month or year, where it is archived and when it was read", async () => {
  const text = await written({
    kind: "un",
    title: "t",
    published: on("2014-07-21", "2014-07-27", "2014-07-21/2014-07-27"),
    archived_url: "https://archive.example/1",
    accessed: "2015-01-02",
  });
  expect(text).toContain(
    "note = {Published 2014-07-21/2014-07-27; Archived at https://archive.example/1; Accessed 2015-01-02}",
  );
  expect(text).toContain("year = {2014}");
  expect(await written({ published: on("2014-07-15", null, "2014-07-15/..") })).toContain(
    "note = {Published 2014-07-15/..}",
  );
});

it("gives of a source that may not be named its reference alone", async () => {
  expect(await written({ kind: "other", access: "restricted" })).toBe("@misc{SRC-AAAAAA,\n}\n");
});

it("asks nobody anything", async () => {
  const require = createRequire(import.meta.url);
  const asked = vi.fn(() => {
    throw new Error("asked");
  });
  const spies = [
    vi.spyOn(globalThis, "fetch").mockImplementation(asked),
    ...(["http", "https"] as const).map((name) =>
      vi.spyOn(require(`node:${name}`), "request").mockImplementation(asked),
    ),
    vi.spyOn(require("node:net").Socket.prototype, "connect").mockImplementation(asked),
    vi.spyOn(require("node:child_process"), "spawnSync").mockImplementation(asked),
  ];
  await written({ title: "https://paper.example/1", url: "https://paper.example/1" });
  expect(asked).not.toHaveBeenCalled();
  for (const spy of spies) spy.mockRestore();
});

it("writes the same whatever batches the sources come in", async () => {
  const [a, b, c] = [{ title: "First" }, { title: "Second" }, { title: "Third" }];
  const text = await writtenInBatches([[a, b, c]]);
  expect(text.split("@article").length).toBe(4);
  expect(await writtenInBatches([[a], [], [b, c]])).toBe(text);
});
