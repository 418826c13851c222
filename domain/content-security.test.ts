import { expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security";

it("lets nothing in but our own files and what carries the nonce of this answer", () => {
  expect(contentSecurityPolicy({ nonce: "bm9uY2U=", isDevelopment: false }).split("; ")).toEqual([
    "default-src 'self'",
    "script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'",
    "style-src 'self' 'nonce-bm9uY2U='",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]);
});

it("lets scripts evaluate text in development only", () => {
  const ofScripts = (isDevelopment: boolean) =>
    contentSecurityPolicy({ nonce: "n", isDevelopment }).split("; ")[1];
  expect(ofScripts(true)).toBe("script-src 'self' 'nonce-n' 'strict-dynamic' 'unsafe-eval'");
  expect(ofScripts(false)).not.toContain("unsafe");
});
