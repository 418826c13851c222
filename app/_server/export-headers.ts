const TYPES = {
  csv: "text/csv; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
};

/** The headers of a file that is taken away: named after what is in it and the day, UTC, and kept nowhere. */
export function exportHeaders(name: string, format: keyof typeof TYPES, day: string) {
  return {
    "content-type": TYPES[format],
    "content-disposition": `attachment; filename="${name}-${day}.${format}"`,
    "cache-control": "no-store",
  };
}
