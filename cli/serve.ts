import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { leastHeaders, refusalHeaders, STRICT_TRANSPORT } from "../domain/content-security";
import { addressOf, networkOf } from "../domain/request-address";
import { type Allowance, takeFrom } from "../domain/request-rate";
import { refuseUnreadable } from "../domain/unreadable-request";

// A search of 10,000 Chinese characters is an address of 90,000 bytes; Node's own limit is 16,384.
const MAX_HEADER_BYTES = 128 * 1024;
const SHUTDOWN_TIMEOUT_MS = 5000;
const KEEP_ALIVE_MS = 75_000;
const PARENT_CHECK_MS = 500;

/** Of one network address, pages and all: more than an office of readers needs, less than whoever copies the site. */
const RULE = { burst: 400, perSecond: 20 };

/** `isOpen`: others than this machine reach it, so that each address may ask only so often. */
type Around = { trustedProxies: readonly string[]; isOpen: boolean };

type ClaimedPort = { server: Server; answerWith: (listener: RequestListener) => void };

/** Takes the port; requests wait until `answerWith` says who answers them. Throws where the port is in use. */
export async function claimPort(
  host: string,
  port: number,
  { trustedProxies, isOpen }: Around,
): Promise<ClaimedPort> {
  const rates = new Map<string, Allowance>();
  let answerWith: ClaimedPort["answerWith"] = () => {};
  const listener = new Promise<RequestListener>((resolve) => {
    answerWith = resolve;
  });
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, async (request, response) => {
    const address = addressOf(
      request.socket.remoteAddress ?? "",
      request.headers["x-forwarded-for"],
      trustedProxies,
    );
    // Before Next, which answers some addresses with a redirect of its own.
    for (const [name, value] of Object.entries(leastHeaders)) response.setHeader(name, value);
    if (isOpen) response.setHeader("strict-transport-security", STRICT_TRANSPORT);
    const waitMs = isOpen ? takeFrom(rates, RULE, networkOf(address), Date.now()) : 0;
    const refusal =
      waitMs > 0
        ? { status: 429, line: "Too many requests. Try again later.\n" }
        : refuseUnreadable(
            request.method ?? "",
            request.url ?? "",
            request.headers["transfer-encoding"],
          );
    if (refusal === null) {
      // Where the request came from, for throttling; what somebody sends under our names is thrown away.
      for (const name of Object.keys(request.headers))
        if (name.startsWith("x-ledger-")) delete request.headers[name];
      request.headers["x-ledger-address"] = address;
      return (await listener)(request, response);
    }
    const retryAfter = waitMs > 0 ? { "retry-after": String(Math.ceil(waitMs / 1000)) } : {};
    // The connection ends: what may still come of a body is not read.
    const headers = { ...refusalHeaders, ...retryAfter, connection: "close" };
    response.writeHead(refusal.status, headers).end(refusal.line);
  });
  // Longer than proxies keep a connection to be used again, so that none sends into one that was just closed.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE")
      throw new Error(`PORT ${port} is in use on ${host} by another program: choose another PORT.`);
    throw new Error(`${host}:${port} cannot be used: ${(error as Error).message}.`);
  }
  return { server, answerWith };
}

/** Answers with the Next app until SIGINT or SIGTERM, then lets open requests finish and exits. */
export async function serve(
  { server, answerWith }: ClaimedPort,
  options: { host: string; port: number; projectDir: string; isDevelopment: boolean },
) {
  // Loaded only now, because React and Next choose their build by NODE_ENV at import.
  const { default: next } = await import("next");
  const app = next({
    dev: options.isDevelopment,
    dir: options.projectDir,
    hostname: options.host,
    port: options.port,
    httpServer: server,
  });
  await app.prepare();
  answerWith(app.getRequestHandler());
  const shutDown = () => {
    setTimeout(() => process.exit(1), SHUTDOWN_TIMEOUT_MS).unref();
    server.close(async () => {
      await app.close();
      process.exit(0);
    });
    server.closeIdleConnections();
  };
  process.once("SIGINT", shutDown);
  process.once("SIGTERM", shutDown);
  if (process.env.npm_lifecycle_event) onceOrphaned(shutDown);
}

// Between npm and us stands a shell that dies of npm's signals without passing them on.
function onceOrphaned(shutDown: () => void) {
  const startedBy = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === startedBy) return;
    clearInterval(watch);
    shutDown();
  }, PARENT_CHECK_MS);
  watch.unref();
}
