import type { ParseArgsConfig } from "node:util";
import { backup } from "./backup";
import { writeCodebook } from "./codebook";
import { doctor } from "./doctor";
import { draft } from "./draft";
import { exportFile } from "./export";
import { EXPORT_FORMATS } from "./export-formats";
import { generate } from "./generate";
import { importFile } from "./import";
import { migrate } from "./migrate";
import type { Outcome } from "./outcome";
import { publish } from "./publish";
import { purge } from "./purge";
import { resetAccount } from "./reset-account";
import { restore } from "./restore";
import { seed } from "./seed";

export type Options = NonNullable<ParseArgsConfig["options"]>;
export type Given = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** One command of `npm run ledger`. */
export type Command = {
  /** As it is typed, where it takes more than its name. */
  usage?: string;
  summary: string;
  /** What `--help` says beyond that, a line each. */
  details?: readonly string[];
  options?: Options;
  /** It works on its file alone. */
  needsNoDatabase?: true;
  /** It takes the name of a file behind its options, given as `file`. */
  takesFile?: true;
  /** A line to print, or more than that. */
  run: (databaseUrl: string, given: Given & { file?: string }) => Promise<string | Outcome>;
};

/** All of them, by name. */
export const commands: Record<string, Command> = {
  "account reset": {
    usage: "account reset --email ADDRESS [--reason TEXT]",
    summary: "take away the second factor of somebody who lost it",
    options: { email: { type: "string" }, reason: { type: "string" } },
    run: (databaseUrl, { email, reason }) => resetAccount(databaseUrl, { email, reason }),
  },
  backup: {
    usage: "backup [--force] FILE",
    summary:
      "write the whole ledger, accounts and log too, into one SQLite file, while it is in use",
    options: { force: { type: "boolean" } },
    takesFile: true,
    run: backup,
  },
  codebook: {
    usage: "codebook FILE",
    summary: "write the codebook, every field, code and rule in words, as Markdown",
    takesFile: true,
    run: writeCodebook,
  },
  doctor: {
    usage: "doctor [--expect-head HASH]",
    summary: "verify the log and the database; prints the head of the log, to be kept elsewhere",
    options: { "expect-head": { type: "string" } },
    run: (databaseUrl, given) => doctor(databaseUrl, { expectHead: given["expect-head"] }),
  },
  draft: {
    usage: "draft [--published YYYY-MM-DD] [--language en|ko|zh] --json FILE",
    summary:
      "print draft incidents from the text of a news story, with the words each fact rests on",
    options: { published: { type: "string" }, language: { type: "string" } },
    takesFile: true,
    needsNoDatabase: true,
    run: async (_, given) => ({ lines: [], problems: [], json: JSON.parse(await draft(given)) }),
  },
  export: {
    usage: "export --format FORMAT [--filter QUERY] [--profile PROFILE] [--force] FILE",
    summary: "write what a filter finds to a file, or to - for standard output",
    details: [
      `FORMAT: ${EXPORT_FORMATS.map(({ name }) => name).join(", ")} (tables: a folder of all tables).`,
      'QUERY: as an address has it, "province=CN-YN&from=2014"; without one everything, what is retracted too.',
      "PROFILE: internal, verified or public (default internal). It writes over no file without --force.",
    ],
    takesFile: true,
    options: {
      format: { type: "string" },
      filter: { type: "string" },
      profile: { type: "string" },
      force: { type: "boolean" },
    },
    run: exportFile,
  },
  generate: {
    usage: "generate --incidents NUMBER [--seed NUMBER] [--public NUMBER]",
    summary:
      "fill a database without incidents with synthetic ones, the same for the same numbers; they are internal, and so many of the verified ones public",
    options: {
      incidents: { type: "string" },
      seed: { type: "string" },
      public: { type: "string" },
    },
    run: (databaseUrl, given) =>
      generate(databaseUrl, { incidents: given.incidents, seed: given.seed, public: given.public }),
  },
  import: {
    usage:
      "import [--dry-run] [--good-rows] [--mapping FILE] [--names refuse|redact|keep:REASON] FILE",
    summary:
      "bring in a data package, a folder of its tables, one of them, or any other table with a mapping",
    details: [
      "Makes and migrates the database first, without sample cases. All or nothing, unless --good-rows keeps",
      "what is right. --dry-run does all of it and takes it back. --mapping says what the columns of a foreign",
      "table are; one that was used once for the same columns, here or at /import, is remembered. --names says",
      "what is done with likely names of people: refused, unless the file is a data package.",
      "A data package into an empty database gives an equal one, review states too; nothing is published.",
    ],
    options: {
      "dry-run": { type: "boolean" },
      "good-rows": { type: "boolean" },
      mapping: { type: "string" },
      names: { type: "string" },
    },
    takesFile: true,
    run: (databaseUrl, given) => importFile(databaseUrl, given),
  },
  migrate: { summary: "bring the database up to date", run: migrate },
  publish: {
    usage: "publish [--rebuild]",
    summary: "bring the public store in line; --rebuild makes it anew from the verified versions",
    options: { rebuild: { type: "boolean" } },
    run: (databaseUrl, { rebuild }) => publish(databaseUrl, { rebuild }),
  },
  purge: {
    usage: "purge --entry NUMBER --reason TEXT",
    summary: "empty an entry of the log into which personal data leaked; --entry may be repeated",
    options: { entry: { type: "string", multiple: true }, reason: { type: "string" } },
    run: (databaseUrl, { entry, reason }) => purge(databaseUrl, { entries: entry, reason }),
  },
  restore: {
    usage: "restore [--replace] FILE",
    summary: "make a ledger of a backup; what --replace replaces is kept beside it",
    options: { replace: { type: "boolean" } },
    takesFile: true,
    run: restore,
  },
  seed: { summary: "load the places, and the sample cases into an empty database", run: seed },
};
