import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { type OwnServer, startServer } from "./own-server";

/** What a visitor gets, as it came: `headers` in their order, names in lower case. */
export type Answer = { status: number; headers: [string, string][]; body: Buffer };

type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

/** Starts a server whose answers can be compared byte by byte. */
export function startSteadyServer(
  name: Parameters<typeof startServer>[0],
  databaseUrl: string,
  settings: Record<string, string> = {},
): Promise<OwnServer> {
  // Each request comes from an address of its own, or the limit on downloads would answer.
  const own = { DATABASE_URL: databaseUrl, TRUSTED_PROXIES: "127.0.0.1", ...settings };
  return startServer(name, own, { clockStands: true });
}

/** Asks a server for a path, exactly as it is written, from an address that nobody else has. */
export function ask(
  { port, agent }: OwnServer,
  path: string,
  { method = "GET", headers = {}, body }: Asked = {},
): Promise<Answer> {
  const isCounted = body !== undefined && !("transfer-encoding" in headers);
  const length = isCounted ? { "content-length": String(Buffer.byteLength(body)) } : {};
  const sent = { "x-forwarded-for": nextAddress(), ...length, ...headers };
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, agent, path, method, headers: sent };
    const asked: ClientRequest = request(options, (message) => {
      const chunks: Buffer[] = [];
      message.on("data", (chunk: Buffer) => chunks.push(chunk));
      message.on("error", reject);
      message.on("end", () =>
        resolve({
          status: message.statusCode!,
          headers: headersOf(message),
          body: Buffer.concat(chunks),
        }),
      );
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** What stands before the address of a page that is asked for as the router in the browser does. */
export const AS_ROUTER = "rsc ";

/** Every answer to a visitor by its address, as text with everything that is by chance made the same. */
export async function crawl(
  server: OwnServer,
  addresses: readonly string[],
): Promise<Map<string, string>> {
  const answers = new Map(addresses.map((address) => [address, ""]));
  const waiting = answers.keys();
  const work = async () => {
    for (const address of waiting) answers.set(address, await visit(server, address));
  };
  await Promise.all([work(), work(), work(), work()]);
  return answers;
}

/** One answer as `crawl` gives it. */
export async function visit(server: OwnServer, address: string): Promise<string> {
  // By a name without a port, or two servers would differ where they say their own address.
  const host = "127.0.0.1";
  if (!address.startsWith(AS_ROUTER))
    return steady(await ask(server, address, { headers: { host } }));
  const path = address.slice(AS_ROUTER.length);
  // Without this parameter the router is only sent to the address that has it.
  const marked = `${path}${path.includes("?") ? "&" : "?"}_rsc`;
  return steady(await ask(server, marked, { headers: { host, rsc: "1" } }));
}

/** Where two crawls of the same addresses differ: each with a little of what stands there in both. */
export function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...before].flatMap(([address, text]) => {
    const other = after.get(address) ?? "";
    if (text === other) return [];
    let at = 0;
    while (text[at] === other[at]) at++;
    const around = (of: string) => of.slice(Math.max(0, at - 80), at + 120);
    return [`${address}: …${around(text)}… became …${around(other)}…`];
  });
}

/** Of the connection and of the moment; everything else that is sent counts. */
const PASSING = new Set(["date", "connection", "keep-alive"]);

/**
 * Status, headers and every byte of the body (in latin1, one character each), with the three things made the same by
 * which two answers to the same request can differ:
 * 1. the nonce, which its own Content-Security-Policy says;
 * 2. the number of the request, which Next puts into the keys of two parts of the head of what it sends the router;
 * 3. the order of the numbered rows in which React sends a page once more as data: which part of the page was done
 *    first decides, and after a start or on a busy machine that is another one. They name each other by number.
 */
export function steady({ status, headers, body }: Answer): string {
  const kept = headers.flatMap(([name, value]) => (PASSING.has(name) ? [] : `${name}: ${value}`));
  const head = [status, ...kept, "", ""].join("\n");
  const nonce = /'nonce-([^']+)'/.exec(head)?.[1] ?? "no nonce";
  const text = body.toString("latin1").replaceAll(nonce, "NONCE");
  const isForRouter = head.includes("content-type: text/x-component");
  return head.replaceAll(nonce, "NONCE") + (isForRouter ? routerRows(text) : pageRows(text));
}

function routerRows(text: string): string {
  const number = /,"([\w-]{21})v",\{"children":/.exec(text)?.[1] ?? "no number";
  const named = text
    .replaceAll(`"${number}v"`, '"NUMBERv"')
    .replaceAll(`"${number}m"`, '"NUMBERm"');
  return inOrder(named);
}

const ROWS = /<script nonce="NONCE">self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)<\/script>/g;

function pageRows(text: string): string {
  const rows: string[] = [];
  const page = text.replaceAll(ROWS, (_script, piece: string) => {
    rows.push(JSON.parse(piece));
    return "";
  });
  return `${page}\n${inOrder(rows.join(""))}`;
}

function inOrder(rows: string): string {
  return rows.split("\n").sort().join("\n");
}

function headersOf({ rawHeaders }: IncomingMessage): [string, string][] {
  return rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [[name.toLowerCase(), rawHeaders[at + 1]!] as [string, string]] : [],
  );
}

let asked = 0;

function nextAddress(): string {
  asked++;
  return `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`;
}
