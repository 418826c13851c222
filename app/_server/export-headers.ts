/** The media types of files, by the endings of their names. */
const TYPES = {
  csv: "text/csv; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  json: "application/json",
  ndjson: "application/x-ndjson",
  geojson: "application/geo+json",
  "csl.json": "application/vnd.citationstyles.csl+json",
  bib: "application/x-bibtex; charset=utf-8",
  zip: "application/zip",
};
export type FileEnding = keyof typeof TYPES;

/** The headers of a file that is taken away: named after what is in it and the day, UTC, and kept nowhere. */
export function exportHeaders(name: string, ending: FileEnding, day: string) {
  return {
    "content-type": TYPES[ending],
    "content-disposition": `attachment; filename="${name}-${day}.${ending}"`,
    "cache-control": "no-store",
  };
}
