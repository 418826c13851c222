import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { blankArticle } from "../../domain/article/article-case";
import { openStore } from "../client";
import { addColleague } from "../testing-colleagues";
import { createArticleDraft } from "./create-article-draft";
import { discardArticleDraft } from "./discard-article-draft";
import { redactArticleDraft } from "./redact-article-draft";

const researcher = { id: "writer", role: "researcher" } as const;

it("leaves nothing of replaced words or a discarded article in the files of a ledger that is in use", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ledger-forget-"));
  const store = await openStore(`file:${join(folder, "ledger.db")}`);
  const inFiles = (words: string) =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words));
  try {
    await store.migrate();
    await addColleague(store, { ...researcher, name: "Wu" });
    const text = `Zanzibarine was seen. ${"Five people were held in the quokkatown. ".repeat(400)}`;
    const input = { article: blankArticle, text, cases: [], keep: [] };
    const { id } = await createArticleDraft(store, input, researcher);
    expect(inFiles("Zanzibarine")).not.toEqual([]);
    await redactArticleDraft(
      store,
      { id, version: 1, words: "Zanzibarine", kind: "name", article: blankArticle, cases: [] },
      researcher,
    );
    expect(inFiles("Zanzibarine")).toEqual([]);
    expect(inFiles("quokkatown")).not.toEqual([]);
    await discardArticleDraft(store, { id }, researcher);
    expect(inFiles("quokkatown")).toEqual([]);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
});
