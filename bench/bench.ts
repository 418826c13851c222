import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { MEASURES } from "./measures";
import { runBench } from "./run-bench";

const help = `Usage: npm run bench -- [OPTION]…

Measures the data layer on generated ledgers, beside SQLite alone with the same question in plain SQL.

  --incidents N,N   how many incidents the ledgers have (default 100000,1000000; a million takes about 19 GB)
  --folder PATH     where the ledgers are kept, and found the next time (default ${join(tmpdir(), "ledger-bench")})
  --only TEXT       only the measures whose name holds the text
  --without TEXT    none of the measures whose name holds the text; may be given more than once
  --seconds N       about how long one measure is taken (default 3)
  --alone           do not ask the engine the same (which at a million takes it minutes)
  --save            make what is measured the baseline that later runs are compared with
  --help            show this text
`;

const { values } = parseArgs({
  options: {
    incidents: { type: "string", default: "100000,1000000" },
    folder: { type: "string", default: join(tmpdir(), "ledger-bench") },
    only: { type: "string", default: "" },
    without: { type: "string", multiple: true, default: [] },
    seconds: { type: "string", default: "3" },
    alone: { type: "boolean", default: false },
    save: { type: "boolean", default: false },
    help: { type: "boolean", short: "h" },
  },
});
if (values.help) process.stdout.write(help);
else
  await runBench(
    MEASURES.filter(({ name }) => name.includes(values.only))
      .filter(({ name }) => !values.without.some((text) => name.includes(text)))
      .map((measure) => (values.alone ? { ...measure, raw: undefined } : measure)),
    {
      incidents: values.incidents.split(",").map((text) => numberOf("--incidents", text)),
      folder: values.folder,
      pace: { seconds: numberOf("--seconds", values.seconds), least: 5 },
      baselinePath: join(import.meta.dirname, "baseline.json"),
      saves: values.save,
    },
    { say: (line) => console.error(line), print: (text) => console.log(text) },
  );

function numberOf(option: string, text: string): number {
  const number = Number(text);
  if (number > 0 && Number.isFinite(number)) return number;
  console.error(
    `${option} takes numbers, not ${JSON.stringify(text)}. Try: npm run bench -- --help`,
  );
  process.exit(2);
}
