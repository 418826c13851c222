import { day, printable } from "./filter-field";
import type { Issue } from "./issue";
import type { PastMoment } from "./past-incident";

const MAX_VERSION = 2 ** 31 - 1;

/**
 * The moment that an address asks for: `at=2026-01-31`, a month or year standing for its last day, or `version=3`.
 * Null where it asks for none or makes a mistake. Issues: `filter.not_a_date`, `filter.repeated`, `version.not_a_number`.
 */
export function parsePastMoment(params: URLSearchParams): {
  moment: PastMoment | null;
  issues: Issue[];
} {
  const given = (name: string) => params.getAll(name).filter((text) => text.trim() !== "");
  const { value: until, issues } = day("last").read(given("at"), "at");
  const versions = [...new Set(given("version").map((text) => text.trim()))];
  const wrong = versions.filter((text) => !isVersion(text));
  issues.push(
    ...wrong.map((text) => ({
      path: "version",
      code: "version.not_a_number",
      values: { value: printable(text) },
    })),
  );
  const asked = [...versions, ...(until === null ? [] : [until])];
  if (asked.length > 1)
    issues.push({
      path: "version",
      code: "filter.repeated",
      values: { value: printable(asked.join(", ")) },
    });
  if (issues.length > 0 || asked.length === 0) return { moment: null, issues };
  return { moment: until === null ? { version: Number(versions[0]) } : { day: until }, issues };
}

function isVersion(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= MAX_VERSION;
}
