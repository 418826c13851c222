import { FIRST_PAGE } from "./incident-page";
import {
  type IncidentRequest,
  parseIncidentRequest,
  serializeIncidentRequest,
} from "./incident-request";
import type { Issue } from "./issue";
import { requiredText } from "./text";
import { issuesOf } from "./zod-issues";

/** How many views one account may keep, and how many characters a name of one may have. */
export const VIEW_LIMITS = { views: 100, name: 80 } as const;

/**
 * A list that somebody finds again. `query`: filter, order and columns as the address of the list writes them, without
 * a page. `feed`: when its secret address was made and used last; null while it has none. Milliseconds since 1970.
 */
export type SavedView = {
  id: string;
  name: string;
  query: string;
  feed: { createdAt: number; usedAt: number | null } | null;
};

/** The name of a view, of one line and 1..80 characters, with the issues of it at the path `name`. */
export function readViewName(typed: string): { name: string; issues: Issue[] } {
  const parsed = requiredText(VIEW_LIMITS.name).safeParse(typed.replace(/\s+/gu, " "), {
    reportInput: true,
  });
  if (parsed.success) return { name: parsed.data, issues: [] };
  return { name: "", issues: issuesOf(parsed.error).map((issue) => ({ ...issue, path: "name" })) };
}

/**
 * What a view keeps of an address, in its canonical form, with every issue: an address with a mistake finds nothing,
 * and nobody wants that again. `words`: the text that is searched for, "" where none is.
 */
export function readViewQuery(address: string): { query: string; words: string; issues: Issue[] } {
  const { request, issues } = parseIncidentRequest(new URLSearchParams(address));
  return { query: viewQuery(request), words: request.filter.q ?? "", issues };
}

/** The list as a view keeps it: from its first page. */
export function viewQuery(request: IncidentRequest): string {
  return serializeIncidentRequest({ ...request, page: FIRST_PAGE }).toString();
}

/** What a kept query asks for; `parse` of what `viewQuery` wrote. */
export function requestOfView({ query }: Pick<SavedView, "query">): IncidentRequest {
  return parseIncidentRequest(new URLSearchParams(query)).request;
}
