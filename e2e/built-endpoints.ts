import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const server = (file: string) => readJson(join(".next/server", file));

/** Every page and route handler of the build, as the build names them: `/admin/page`, `/incidents.csv/route`. */
export function builtRoutes(): string[] {
  return [
    ...Object.keys(server("app-paths-manifest.json")),
    ...Object.keys(server("pages-manifest.json")),
  ].sort();
}

type Reference = { filename: string; exportedName: string };

/** The ids by which every server action of the build can be called, by file and name. */
export function builtActions(): Map<string, string> {
  const { node, edge } = server("server-reference-manifest.json") as Record<
    "node" | "edge",
    Record<string, Reference>
  >;
  return new Map(
    Object.entries({ ...node, ...edge }).map(([id, { filename, exportedName }]) => [
      `${filename} ${exportedName}`,
      id,
    ]),
  );
}

/** What of better-auth is named in the code of the program: the endpoints it calls, and whatever would mount it. */
export function accountCalls(): { called: string[]; mounts: string[] } {
  const texts = ["app", "db", "proxy.ts"]
    .flatMap(sourcesBelow)
    .map((path) => readFileSync(path, "utf8"));
  const called = texts.flatMap((text) => [...text.matchAll(/\.api\s*(\.\s*\w+|\[[^\]]*\])/g)]);
  const mounts = texts.flatMap((text) => [
    ...text.matchAll(
      /toNextJsHandler|toNodeHandler|createAuthMiddleware|\baccounts\)?\.handler\b/g,
    ),
  ]);
  return {
    called: [...new Set(called.map(([, name]) => name!.replace(/^\.\s*/, "")))].sort(),
    mounts: mounts.map(([found]) => found),
  };
}

function sourcesBelow(path: string): string[] {
  if (path.endsWith(".ts")) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(path, file));
}

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, "utf8"));
}
