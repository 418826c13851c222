const FALLBACK = "/incidents";

/** A path of this program to go on to, or the list of incidents where it could lead anywhere else. */
export function innerPath(typed: string | undefined): string {
  if (typed === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(typed) || typed.includes("\\"))
    return FALLBACK;
  const url = new URL(typed, "http://here.invalid");
  // Dots may have led to two slashes, which begin the name of another machine.
  if (url.origin !== "http://here.invalid" || url.pathname.startsWith("//")) return FALLBACK;
  return url.pathname + url.search;
}
