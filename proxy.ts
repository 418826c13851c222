import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, refusalHeaders } from "./domain/content-security";
import { loopbackNames, refuseForeign } from "./domain/request-origin";

const POLICY = "content-security-policy";

/** What may be sent to most addresses, and where the file of an article is taken: less than next.config.ts lets through. */
const MAX_BODY_MB = 2;
const MAX_ARTICLE_MB = 9;
const ARTICLE_PATHS = ["/incidents/from-article", "/incidents/from-article/file"];

// No matcher: the guard against DNS rebinding sees every request, static files included. It authorises nothing.
export function proxy(request: NextRequest) {
  const refused = refuseForeign({
    host: request.headers.get("host"),
    origin: request.headers.get("origin"),
    method: request.method,
    port: Number(process.env.PORT ?? 3000),
    allowedHosts: loopbackNames,
    publicAddress: process.env.PUBLIC_ADDRESS || undefined,
  });
  if (refused === "host")
    return refuse(421, "Misdirected request: this program answers only on loopback names.\n");
  if (refused === "origin")
    return refuse(403, "Forbidden: the request was sent by another site.\n");
  const takesFiles = ARTICLE_PATHS.includes(request.nextUrl.pathname);
  const max = takesFiles ? MAX_ARTICLE_MB : MAX_BODY_MB;
  if (Number(request.headers.get("content-length")) > max * 1024 * 1024)
    return refuse(
      413,
      takesFiles
        ? "That is too much: the file of an article may have 8 MB, its text 200,000 characters. Go back to send less.\n"
        : `That is too much text: at most ${max} MB can be sent at once.\n`,
    );
  const policy = contentSecurityPolicy({
    nonce: randomBytes(16).toString("base64"),
    isDevelopment: process.env.NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  headers.set("x-ledger-path", request.nextUrl.pathname + request.nextUrl.search);
  // Next takes the nonce of its own scripts from here.
  headers.set(POLICY, policy);
  const answer = NextResponse.next({ request: { headers } });
  answer.headers.set(POLICY, policy);
  const isPersonal = request.headers.has("cookie") || request.headers.has("authorization");
  if (isPersonal && !request.nextUrl.pathname.startsWith("/_next/"))
    answer.headers.set("cache-control", "no-store");
  return answer;
}

function refuse(status: number, body: string) {
  return new NextResponse(body, { status, headers: refusalHeaders });
}
