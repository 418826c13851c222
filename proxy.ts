import { type NextRequest, NextResponse } from "next/server";
import { loopbackNames, refuseForeign } from "./domain/request-origin";

/** What next.config.ts lets a form send; beyond it the answer would be a crash. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;

// No matcher: the guard against DNS rebinding sees every request, static files included. It authorises nothing.
export function proxy(request: NextRequest) {
  const refused = refuseForeign({
    host: request.headers.get("host"),
    origin: request.headers.get("origin"),
    method: request.method,
    port: Number(process.env.PORT ?? 3000),
    allowedHosts: loopbackNames,
  });
  if (refused === "host")
    return refuse(421, "Misdirected request: this program answers only on loopback names.\n");
  if (refused === "origin")
    return refuse(403, "Forbidden: the request was sent by another site.\n");
  if (Number(request.headers.get("content-length")) > MAX_BODY_BYTES)
    return refuse(413, "That is too much text: at most 2 MB can be sent at once.\n");
  return NextResponse.next();
}

function refuse(status: number, body: string) {
  return new NextResponse(body, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
