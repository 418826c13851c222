/** The query of an address as Next hands it to a page. */
export type PageSearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The same as URLSearchParams, repeated parameters included. */
export function toSearchParams(query: Awaited<PageSearchParams>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const text of [value].flat()) if (text !== undefined) params.append(name, text);
  return params;
}
