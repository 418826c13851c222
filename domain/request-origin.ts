/** The names under which a program bound to the loopback interface may be addressed, as a Host header writes them. */
export const loopbackNames = ["127.0.0.1", "localhost", "[::1]"] as const;

/** The parts of a request that say where it was sent to and which site sent it; null = header absent. */
export type RequestOrigin = {
  host: string | null;
  origin: string | null;
  method: string;
};

/**
 * Why a request must be refused as foreign, or null when it may pass. It authorises nothing.
 * 1. `host`: Host is missing, its name is not one of `allowedHosts` (ignoring case), or it names a port other than `port`.
 * 2. `origin`: an Origin is given and is not that very Host under `http://`, or the public address.
 * 3. `origin`: none, or the opaque Origin `null`, on a method that may change something (anything but GET and HEAD).
 * Source: the DNS-rebinding attack, where a foreign name resolves to 127.0.0.1; RFC 6454, section 7.
 */
export function refuseForeign(
  request: RequestOrigin & {
    port: number;
    allowedHosts: readonly string[];
    /** `https://name`, where the program has one. */
    publicAddress?: string;
  },
): "host" | "origin" | null {
  const host = request.host?.toLowerCase() ?? "";
  const isPublic = request.publicAddress === `https://${host}`;
  if (!isPublic && !isAllowedHost(host, request.port, request.allowedHosts)) return "host";
  if (request.origin === null || request.origin === "null")
    return isReading(request.method) ? null : "origin";
  const own = isPublic ? request.publicAddress : `http://${host}`;
  return request.origin.toLowerCase() === own ? null : "origin";
}

function isAllowedHost(host: string, port: number, allowedHosts: readonly string[]): boolean {
  return allowedHosts.some((name) => host === name || host === `${name}:${port}`);
}

function isReading(method: string): boolean {
  return method === "GET" || method === "HEAD";
}
