import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import {
  type SampleIncident,
  type SampleSource,
  sampleIncidentSchema,
  sampleSourceSchema,
} from "./sample-file";

/** Everything the sample files hold, by key: sources in the order of their file, incidents in that of their names. */
export type SampleFiles = {
  sources: Map<string, SampleSource & { storedText: string }>;
  incidents: Map<string, SampleIncident>;
};

/** Reads `sources.json`, the texts beside it and `incidents/*.json`. Throws, with the file's name, where one is malformed. */
export function readSampleFiles(
  directory: string = join(process.cwd(), "db/seed/sample"),
): SampleFiles {
  const sources = new Map<string, SampleSource & { storedText: string }>();
  const written = readJson(
    join(directory, "sources.json"),
    z.record(z.string(), sampleSourceSchema),
  );
  for (const [key, source] of Object.entries(written)) {
    const { storedTextFile } = source;
    const storedText = storedTextFile ? readFileSync(join(directory, storedTextFile), "utf8") : "";
    sources.set(key, { ...source, storedText });
  }
  const incidents = new Map<string, SampleIncident>();
  for (const file of readdirSync(join(directory, "incidents")).sort())
    if (file.endsWith(".json"))
      incidents.set(
        basename(file, ".json"),
        readJson(join(directory, "incidents", file), sampleIncidentSchema),
      );
  return { sources, incidents };
}

function readJson<T>(path: string, schema: z.ZodType<T>): T {
  const read = schema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (!read.success)
    throw new Error(`Malformed: ${path}\n${z.prettifyError(read.error)}`, { cause: read.error });
  return read.data;
}
