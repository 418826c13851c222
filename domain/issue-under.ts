import type { Issue } from "./issue";

/** An issue of a part as one of the whole, in which the part stands at `path`. */
export function issueUnder(path: string, issue: Issue): Issue {
  return { ...issue, path: issue.path === "" ? path : `${path}.${issue.path}` };
}
