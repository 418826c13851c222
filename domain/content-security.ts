/** How a page may be made: its own files, and inline only what carries the nonce of this one answer. */
type Settings = { nonce: string; isDevelopment: boolean };

/**
 * The Content-Security-Policy of an answer. Nothing from outside, no frame around it, no form that leads away.
 * 1. Scripts: those with the nonce and what they load. In development React also needs `eval`.
 * 2. Styles: our files; attributes too, since a chart places its marks by them. In development also what is inserted.
 */
export function contentSecurityPolicy({ nonce, isDevelopment }: Settings): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ` 'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Of every answer that says nothing more fitting itself: it shows nothing, is what it says it is, and is framed nowhere. */
export const leastHeaders = {
  "content-security-policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
} as const;

/** Of an answer that is one line of text and nothing else. */
export const refusalHeaders = {
  ...leastHeaders,
  "content-type": "text/plain; charset=utf-8",
  "cache-control": "no-store",
} as const;

/** For the header Strict-Transport-Security: two years, as browsers' own lists ask for. */
export const STRICT_TRANSPORT = "max-age=63072000; includeSubDomains";
