import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { csvLines } from "./csv-writer";

const program = "soffice";
const isInstalled = spawnSync(program, ["--version"]).status === 0;

const attacks = [
  '=HYPERLINK("http://example.org";"click")',
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(1;1)",
  "|calc",
  "%1",
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠SUM(1;1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  " =1+1",
  "\u00A0=1+1",
  "\uFEFF=1+1",
  "\u200B=1+1",
  '"=1+1"',
  "'=1+1",
  "a\n=1+1",
];

it.skipIf(!isInstalled)(
  "a spreadsheet program opens the file without a single formula, and with true numbers",
  { timeout: 120_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), "ledger-csv-"));
    try {
      const rows = attacks.map((attack, at) => [at, attack, `ref ${at}`]);
      writeFileSync(join(folder, "cases.csv"), csvLines([["n", "text", "reference"], ...rows]));
      writeFileSync(join(folder, "unguarded.csv"), "n,text\r\n1,=1+1\r\n");
      // Comma, double quote, UTF-8, from line 1; the last value lets formulas be evaluated.
      execFileSync(
        program,
        [
          `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`,
          "--headless",
          "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,0,true",
          "--convert-to",
          "fods",
          "--outdir",
          folder,
          join(folder, "cases.csv"),
          join(folder, "unguarded.csv"),
        ],
        { stdio: "ignore", timeout: 110_000 },
      );
      expect(readFileSync(join(folder, "unguarded.fods"), "utf8")).toContain("table:formula");
      const sheet = readFileSync(join(folder, "cases.fods"), "utf8");
      expect(sheet).not.toContain("table:formula");
      expect(sheet.match(/office:value-type="float"/g)).toHaveLength(attacks.length);
      for (let at = 0; at < attacks.length; at++)
        expect(sheet).toContain(`<text:p>ref ${at}</text:p>`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
