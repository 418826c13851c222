import type { ApiProblem, ProblemCode } from "../../domain/api/api-problem";
import type { Issue } from "../../domain/issue";
import type { Say } from "../../domain/say";

const STATUS: Record<ProblemCode, number> = {
  invalid_input: 400,
  sign_in: 401,
  not_allowed: 403,
  full_export: 403,
  not_found: 404,
  retracted: 410,
  too_many_requests: 429,
};

type More = { detail?: string; issues?: readonly Issue[]; headers?: Record<string, string> };

/** A refusal in the one form that the API has for them. */
export function problemResponse(
  code: ProblemCode,
  say: Say,
  { detail, issues = [], headers = {} }: More = {},
): Response {
  const status = STATUS[code];
  const problem: ApiProblem = {
    type: "about:blank",
    title: say(`api.problem.${code}`),
    status,
    code,
    ...(detail !== undefined && { detail }),
    issues: issues.map(({ path, code, values }) => ({
      path,
      code,
      message: say(`issues.${code}`, values),
      value: values?.value === undefined ? null : String(values.value),
    })),
  };
  return new Response(`${JSON.stringify(problem)}\n`, {
    status,
    headers: {
      ...headers,
      "content-type": "application/problem+json",
      "cache-control": "no-store",
    },
  });
}
