import type { Issue } from "../../domain/issue";

/** The issues of a form by the name of their field, in the order in which the fields stand in it. */
export function inFormOrder(errors: Record<string, Issue[]>): [name: string, issues: Issue[]][] {
  return Object.entries(errors).sort(([a], [b]) => comparePlaces(placeOf(a), placeOf(b)));
}

/** The parts of a case in the order of its form; a form of fewer parts keeps the order its errors came in. */
const PARTS = ["", "title", "summary", "sources", "groups", "events", "claims", "reason"];

function placeOf(name: string): [part: number, row: number] {
  const [part = "", row = "0"] = name.split(/[.[\]]+/);
  return [PARTS.indexOf(part), Number(row) || 0];
}

function comparePlaces(a: [number, number], b: [number, number]): number {
  return a[0] - b[0] || a[1] - b[1];
}
