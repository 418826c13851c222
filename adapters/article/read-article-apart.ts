import { once } from "node:events";
import { join } from "node:path";
import { ARTICLE_LIMITS } from "../../domain/article/article-case";
import type { ArticleInFile } from "./article-in-file";
import { UnreadableArticle } from "./unreadable-article";

// Not imported: the bundler would take the file that is run for a part of the app.
const { fork } = process.getBuiltinModule("node:child_process");

const LIMITS = { ms: 30_000, bytes: 700_000_000 };
/** How many files are read at the same time, and how many may wait for their turn. */
const AT_ONCE = 2;
const MAX_WAITING = 10;

/** What the process is told, and what it answers. */
export type ReaderRequest = { name: string; bytes: Uint8Array; maxBytes: number };
export type ReaderAnswer =
  | { article: ArticleInFile }
  | { refused: Pick<UnreadableArticle, "code" | "values"> };

/**
 * As `readArticleFile`, in a process of its own, which knows nothing of the ledger and is ended once it takes too long
 * or too much memory: a file may be made to do that. Two are read at a time. Throws UnreadableArticle, with
 * `article.file_too_large`, `article.too_heavy` or `article.reader_busy` too.
 */
export async function readArticleApart(
  name: string,
  bytes: Uint8Array,
  limits = LIMITS,
): Promise<ArticleInFile> {
  if (bytes.length > ARTICLE_LIMITS.fileBytes)
    throw new UnreadableArticle("article.file_too_large", {
      value: name,
      max: ARTICLE_LIMITS.fileBytes / 1_000_000,
    });
  await turn(name);
  try {
    const answer = await askProcess({ name, bytes, maxBytes: limits.bytes }, limits.ms);
    if (answer === null)
      throw new UnreadableArticle("article.too_heavy", {
        value: name,
        seconds: Math.round(limits.ms / 1000),
        megabytes: Math.round(limits.bytes / 1_000_000),
      });
    if ("refused" in answer)
      throw new UnreadableArticle(answer.refused.code, answer.refused.values);
    return answer.article;
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

let running = 0;
const waiting: (() => void)[] = [];

async function turn(name: string): Promise<void> {
  if (running < AT_ONCE) running++;
  else if (waiting.length < MAX_WAITING) await new Promise<void>((go) => waiting.push(go));
  else throw new UnreadableArticle("article.reader_busy", { value: name });
}

/** Null where it was ended before it answered. */
function askProcess(request: ReaderRequest, ms: number): Promise<ReaderAnswer | null> {
  const reader = fork(join(process.cwd(), "adapters/article/reader-process.mjs"), [], {
    env: { NODE_ENV: "production" },
    execArgv: [],
    serialization: "advanced",
    // What a library says of a file may hold words of it, and is for no log.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    timeout: ms,
    killSignal: "SIGKILL",
  });
  const answered = once(reader, "message").then(([answer]) => answer as ReaderAnswer);
  // An answer that was sent is read before the channel ends, but not before the process does.
  const ended = Promise.all([once(reader, "exit"), once(reader, "disconnect")]).then(([[code]]) => {
    if (code) throw new Error(`The process that reads files ended by itself, with ${code}.`);
    return null;
  });
  // Where it ended already, `ended` tells.
  reader.send(request, () => {});
  return Promise.race([answered, ended]);
}
