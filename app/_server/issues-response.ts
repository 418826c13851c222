import type { Issue } from "../../domain/issue";
import type { Say } from "../../domain/say";

/** The one shape in which a request that makes mistakes is refused: every issue, in words. */
export function issuesResponse(issues: readonly Issue[], say: Say): Response {
  const told = issues.map(({ path, code, values }) => ({
    path,
    code,
    message: say(`issues.${code}`, values),
  }));
  return Response.json({ error: { code: "invalid_input", issues: told } }, { status: 400 });
}
