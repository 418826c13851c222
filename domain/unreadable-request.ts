/**
 * Why a request cannot be answered whoever sends it, or null: a method that no page has, a target that is no
 * path, a path whose percent signs spell no text, a body that does not say how long it is. The framework would answer the
 * first with a crash and read the last without end; every browser says the length.
 */
export function refuseUnreadable(
  method: string,
  target: string,
  transferEncoding?: string,
): { status: 400 | 405 | 411; line: string } | null {
  if (method === "TRACE" || method === "CONNECT")
    return { status: 405, line: `${method} is not answered: use GET, HEAD or POST.\n` };
  if (transferEncoding !== undefined)
    return { status: 411, line: "Length required: say the length of what is sent.\n" };
  if (!target.startsWith("/"))
    return { status: 400, line: "Bad request: the address must be a path of this program.\n" };
  try {
    decodeURIComponent(target.split("?")[0]!);
    return null;
  } catch {
    return { status: 400, line: "Bad request: the percent signs of the address spell no text.\n" };
  }
}
