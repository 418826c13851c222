import type { z } from "zod";
import { type Issue, shown } from "./issue";

/**
 * The issues of a failed parse in our form. A rule of our own carries its code in `params.code`;
 * what zod finds itself becomes `value.not_in_list`, `value.too_many` or `value.wrong_type`.
 */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.map(toIssue);
}

function toIssue(issue: z.core.$ZodIssue): Issue {
  const path = issue.path.join(".");
  const value = inputOf(issue);
  if (issue.code === "custom") {
    const params = (issue.params ?? {}) as { code?: string; values?: Issue["values"] };
    return { path, code: params.code ?? "value.wrong_type", values: { value, ...params.values } };
  }
  if (issue.code === "invalid_value") {
    const allowed = issue.values.map(String).join(", ");
    return { path, code: "value.not_in_list", values: { value, allowed } };
  }
  if (issue.code === "too_big")
    return { path, code: "value.too_many", values: { max: Number(issue.maximum) } };
  return { path, code: "value.wrong_type", values: { value } };
}

function inputOf({ input }: { input?: unknown }): string {
  if (input === undefined) return "";
  return shown(typeof input === "string" ? input : (JSON.stringify(input) ?? String(input)));
}
