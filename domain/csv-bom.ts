import { printable } from "./filter-field";
import type { Issue } from "./issue";

/** `bom=1`: the file begins with a byte order mark, by which Excel knows UTF-8. Issue: `csv.bom`. */
export function parseBom(params: URLSearchParams): { bom: boolean; issues: Issue[] } {
  const asked = [...new Set(params.getAll("bom").map((text) => text.trim()))].filter(Boolean);
  if (asked.length === 0 || (asked.length === 1 && (asked[0] === "0" || asked[0] === "1")))
    return { bom: asked[0] === "1", issues: [] };
  const values = { value: printable(asked.join(", ")), allowed: "0, 1" };
  return { bom: false, issues: [{ path: "bom", code: "csv.bom", values }] };
}
