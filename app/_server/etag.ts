import { createHash } from "node:crypto";

/** The weak tag of an answer, which is of what it says and of nothing else. */
export function etagOf(text: string): string {
  return `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
}

/** Whether a header If-None-Match names the tag, by the weak comparison of RFC 9110. */
export function isKnownEtag(etag: string, known: string | null): boolean {
  if (known === null) return false;
  const tags = known.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(etag.replace(/^W\//, ""));
}
