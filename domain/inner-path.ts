const FALLBACK = "/incidents";

/** A path of this program to go on to, or the list of incidents where it could lead anywhere else. */
export function innerPath(typed: string | undefined): string {
  if (typed === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(typed) || typed.includes("\\"))
    return FALLBACK;
  const url = new URL(typed, "http://here.invalid");
  return url.origin === "http://here.invalid" ? url.pathname + url.search : FALLBACK;
}
