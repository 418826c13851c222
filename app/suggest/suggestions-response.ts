import "server-only";

/** Suggestions as an answer that is kept nowhere: what there is to suggest changes with every incident taken back. */
export function suggestionsResponse(
  suggestions: readonly { value: string; label: string; detail?: string }[],
): Response {
  return Response.json(suggestions, { headers: { "cache-control": "no-store" } });
}
