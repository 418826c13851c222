import { readdirSync, readFileSync } from "node:fs";
import typescript from "typescript";

// Without the compiler API (TypeScript 7 has none) the cruiser would skip every .ts file and find nothing wrong.
if (!typescript.createSourceFile) throw new Error("`typescript` must be a version with its API.");

const TESTS = "\\.test\\.tsx?$";
/** What several tests of imports, tables and the index share is as free as they are. */
const SHARED_BY_TESTS = "^domain/(import|incident-index|tables)/testing-[^/]*\\.ts$";
const TEST_TOOLS = "^node_modules/(vitest|fast-check|wabt)/";

/** The folders and packages a layer may import; everything else is an error. */
const layers = {
  domain: ["^domain/", "^node_modules/zod/"],
  db: ["^(db|domain)/", "^node_modules/(?!next|react|@base-ui|@conform-to|@tanstack|server-only)"],
  components: [
    "^(components|domain)/",
    "^node_modules/(?!next/|next-intl/|server-only|drizzle-|better-sqlite3|pg/|@types/pg/)",
    "^node_modules/next/(link|navigation|image|form)\\.",
    "^node_modules/next-intl/(?!.*server)",
  ],
  adapters: ["^(adapters|domain)/", "^node_modules/(?!next|react|drizzle-|better-sqlite3|pg/)"],
  app: ["^(app|components|db|domain|adapters|messages)/", "^node_modules/"],
  cli: ["^(cli|db|domain|adapters)/", "^node_modules/"],
  e2e: ["^(e2e|db|domain)/", "^node_modules/"],
  bench: ["^(bench|db|domain|adapters)/", "^node_modules/"],
};

/** The guard alone in domain/ may use these: the metadata of phone numbers, and a dictionary of given names. */
const GUARD = "^domain/personal-data/";
const GUARD_LIBRARIES = "^node_modules/(libphonenumber-js|compromise)/";

/** The article reader alone may use these: date expressions and parts of speech in English. */
const READER = "^domain/extraction/";
const READER_LIBRARIES = "^node_modules/(chrono-node|compromise)/";

/** What simplifies Chinese characters alone may use this: a table of them. */
const SIMPLIFIED_HAN = "^domain/simplified-han\\.ts$";
const HAN_LIBRARY = "^node_modules/opencc-js/";

/** What browsers load: the files that say so in their first line. */
const CLIENT_COMPONENTS = ["app", "components"]
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => `${folder}/${path}`))
  .filter((path) => /\.tsx?$/.test(path))
  .filter((path) => /^["']use client["']/.test(readFileSync(path, "utf8")))
  .map((path) => `^${path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);

/** Only these may use what Node itself brings. */
const withNode = ["db", "adapters", "app", "cli", "e2e", "bench"];

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer}-imports-only-its-own`,
  comment: `${layer}/ may import only what its layer allows, type-only imports included.`,
  severity: "error",
  from: {
    path: `^${layer}/`,
    pathNot: layer === "domain" ? [TESTS, SHARED_BY_TESTS, GUARD, READER, SIMPLIFIED_HAN] : TESTS,
  },
  to: { pathNot: allowed, dependencyTypesNot: withNode.includes(layer) ? ["core"] : [] },
}));

const testRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer}-tests-import-only-its-own`,
  comment: `Tests in ${layer}/ may also use the test tools, Node, and the texts users read.`,
  severity: "error",
  from: {
    path: layer === "domain" ? [`^domain/.*${TESTS}`, SHARED_BY_TESTS] : `^${layer}/.*${TESTS}`,
  },
  to: { pathNot: [...allowed, TEST_TOOLS, "^messages/"], dependencyTypesNot: ["core"] },
}));

export default {
  forbidden: [
    ...layerRules,
    ...testRules,
    {
      name: "guard-imports-only-its-own",
      comment: "As domain/, and the two libraries it finds phone numbers and given names with.",
      severity: "error",
      from: { path: GUARD, pathNot: TESTS },
      to: { pathNot: [...layers.domain, GUARD_LIBRARIES], dependencyTypesNot: [] },
    },
    {
      name: "reader-imports-only-its-own",
      comment: "As domain/, and the two libraries that read dates and parts of speech.",
      severity: "error",
      from: { path: READER, pathNot: TESTS },
      to: { pathNot: [...layers.domain, READER_LIBRARIES], dependencyTypesNot: [] },
    },
    {
      name: "simplified-han-imports-only-its-own",
      comment: "As domain/, and the table of traditional characters.",
      severity: "error",
      from: { path: SIMPLIFIED_HAN },
      to: { pathNot: [...layers.domain, HAN_LIBRARY], dependencyTypesNot: [] },
    },
    {
      name: "guard-stays-on-the-server",
      comment:
        "Its dictionaries would land in what browsers load; components show marks, the server finds them.",
      severity: "error",
      from: { path: "^(components|domain)/", pathNot: [TESTS, GUARD] },
      to: { path: GUARD, pathNot: "^domain/personal-data/mark\\.ts$" },
    },
    {
      name: "reader-stays-on-the-server",
      comment:
        "Its lexicons and libraries would land in what browsers load; they may know the shape of a draft.",
      severity: "error",
      from: { path: CLIENT_COMPONENTS },
      to: {
        path: [
          READER_LIBRARIES,
          "^domain/extraction/(?:read-article\\.ts$|place-index|(?:en|east|lexicon)/)",
        ],
        reachable: true,
      },
    },
    {
      name: "nobody-imports-app",
      comment: "But what Next calls when the server starts, which it wants at the top.",
      severity: "error",
      from: { pathNot: ["^app/", "^instrumentation\\.ts$"] },
      to: { path: "^app/" },
    },
    {
      name: "nobody-imports-tests",
      severity: "error",
      from: { pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: "only-tests-import-testing",
      comment: "db/testing builds throw-away databases.",
      severity: "error",
      from: { pathNot: [TESTS, SHARED_BY_TESTS, "^db/testing", "^(e2e|bench)/"] },
      to: { path: ["^db/testing", SHARED_BY_TESTS] },
    },
    {
      name: "queries-know-no-commands",
      severity: "error",
      from: { path: "^db/queries/", pathNot: TESTS },
      to: { path: "^db/commands/" },
    },
    {
      name: "commands-know-no-queries",
      severity: "error",
      from: { path: "^db/commands/", pathNot: TESTS },
      to: { path: "^db/queries/" },
    },
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "not-to-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: {
      path: "^(node_modules/\\.|next-env\\.d\\.ts$|\\.next|\\.git|docs|data|test-results|playwright-report)",
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
  },
};
