import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench } from "./measure";
import { runAlone } from "./run-alone";
import type { Took } from "./what-it-took";

/** Of a larger ledger about so many incidents, those of the latest days. */
const INCIDENTS = 100_000;

const DONE = new Map<string, Promise<{ out: Took; in: Took }>>();

/** What it took to write a data package and to bring it into an empty ledger, each in a process of its own; done once. */
export function packaged(bench: Bench): Promise<{ out: Took; in: Took }> {
  const done = DONE.get(bench.url) ?? packOnce(bench);
  DONE.set(bench.url, done);
  return done;
}

async function packOnce({ url, raw, incidents }: Bench): Promise<{ out: Took; in: Took }> {
  const folder = mkdtempSync(join(tmpdir(), "ledger-bench-"));
  const path = join(folder, "package.zip");
  try {
    const query = incidents > INCIDENTS ? `from=${latestFrom(raw)}&dates=certain` : ALL;
    const out = (await runAlone("package-out.ts", JSON.stringify([url, query, path]))) as Took;
    const back = (await runAlone("package-in.ts", path)) as Took;
    if (back.rows !== out.rows) throw new Error(`Of ${out.rows} incidents ${back.rows} came back.`);
    return { out, in: back };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every review status: all that the ledger holds. */
const ALL = "review=draft&review=in_review&review=verified&review=disputed&review=retracted";

function latestFrom(raw: Bench["raw"]): string {
  const sql =
    "select date_earliest from incident where date_earliest is not null order by 1 desc limit 1 offset ?";
  return raw.prepare(sql).pluck().get(INCIDENTS) as string;
}
