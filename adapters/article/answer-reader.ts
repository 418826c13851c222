import { Worker } from "node:worker_threads";
import { readArticleFile } from "./article-file";
import type { ReaderAnswer, ReaderRequest } from "./read-article-apart";
import { UnreadableArticle } from "./unreadable-article";

/** Reads the one file that its process is there for, tells what came of it and ends the process. */
export async function answerReader({ name, bytes, maxBytes }: ReaderRequest): Promise<void> {
  // Reading gives nobody else a turn, and what a file unpacks to is not in the heap that Node limits.
  new Worker(new URL("./end-when-large.mjs", import.meta.url), { workerData: maxBytes });
  process.send!(await answerTo(name, bytes), () => process.exit());
}

async function answerTo(name: string, bytes: Uint8Array): Promise<ReaderAnswer> {
  try {
    return { article: await readArticleFile(name, bytes) };
  } catch (error) {
    if (!(error instanceof UnreadableArticle)) throw error;
    return { refused: { code: error.code, values: error.values } };
  }
}
