import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { acceptInvitation } from "../db/commands/accept-invitation";
import { inviteFirstAdmin } from "../db/commands/invite";
import type { Bench } from "./measure";
import { type Sample, sampleOf } from "./timing";

let pages = 0;

/** The list since a day that nobody asked for yet, so that no answer is kept. */
function unaskedList(): string {
  const day = new Date(Date.UTC(2015, 0, 1 + pages++)).toISOString().slice(0, 10);
  return `/incidents?from=${day}`;
}

/** A page of the built program, asked for by somebody who is signed in. */
export async function pageSample(bench: Bench): Promise<Sample> {
  const { program, cookie } = await serverOf(bench);
  const { value } = await sampleOf(() => program.read(unaskedList(), cookie).then(() => undefined));
  // The processor works elsewhere.
  return { value };
}

/** The built program from nothing until the whole first page of its list is there, beside the one that serves pages. */
export async function firstPageSample(bench: Bench): Promise<Sample> {
  const { cookie } = await serverOf(bench);
  const start = performance.now();
  const program = await startProgram(bench.url);
  await program.read("/incidents", cookie);
  const value = performance.now() - start;
  await program.end();
  return { value };
}

/** `read`: a whole page; throws where it is not answered with 200. */
type Program = {
  address: string;
  read(path: string, cookie: string): Promise<string>;
  end(): Promise<void>;
};

const EMAIL = "bench@example.org";
const PASSWORD = "a bench measures here";

/** So many pages are asked for before one counts: the first ones take twice as long, until V8 has compiled what they use. */
const UNCOUNTED = 100;

type Server = { program: Program; cookie: string };
const SERVERS = new WeakMap<Bench["store"], Promise<Server>>();

/** The built program on a ledger, in a process of its own that ends with this one; built and started the first time. */
function serverOf({ url, store }: Bench): Promise<Server> {
  const known = SERVERS.get(store) ?? startServer(url, store);
  SERVERS.set(store, known);
  return known;
}

async function startServer(url: string, store: Bench["store"]): Promise<Server> {
  const invitation = await inviteFirstAdmin(store);
  if (invitation !== null)
    await acceptInvitation(store, {
      token: invitation.token,
      name: "Bench",
      email: EMAIL,
      password: PASSWORD,
      again: PASSWORD,
    });
  const program = await startProgram(url);
  const cookie = await signIn(program.address);
  for (let page = 0; page < UNCOUNTED; page++) await program.read(unaskedList(), cookie);
  return { program, cookie };
}

async function startProgram(url: string): Promise<Program> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", "cli/start.ts"], {
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, DATABASE_URL: url, HOST: "127.0.0.1", PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const kill = () => child.kill();
  process.once("exit", kill);
  const ended = once(child, "exit");
  await new Promise<void>((resolve, reject) => {
    let written = "";
    child.stdout.on("data", (text: Buffer) => {
      written += text;
      if (written.includes("is ready on")) resolve();
    });
    child.once("exit", () => reject(new Error(`The program ended:\n${written}`)));
  });
  child.unref();
  // A pipe of a child is a socket.
  (child.stdout as unknown as { unref(): void }).unref();
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    async read(path, cookie) {
      const answer = await fetch(`${address}${path}`, { headers: { cookie }, redirect: "manual" });
      const page = await answer.text();
      if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}.`);
      return page;
    },
    async end() {
      child.ref();
      process.off("exit", kill);
      kill();
      await ended;
    },
  };
}

/** Sends the form of the page as a browser without script does, and keeps the cookie that it is answered with. */
async function signIn(address: string): Promise<string> {
  const page = await (await fetch(`${address}/sign-in`)).text();
  const form = (page.match(/<form.*?<\/form>/gs) ?? []).find((one) => one.includes('"password"'));
  const body = new FormData();
  for (const [tag] of form?.matchAll(/<input type="hidden"[^>]*>/g) ?? []) {
    const [, name = ""] = /name="([^"]*)"/.exec(tag) ?? [];
    const [, value = ""] = /value="([^"]*)"/.exec(tag) ?? [];
    body.append(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  body.append("email", EMAIL);
  body.append("password", PASSWORD);
  const sent = { method: "POST", body, headers: { origin: address }, redirect: "manual" } as const;
  const answer = await fetch(`${address}/sign-in`, sent);
  const cookies = answer.headers.getSetCookie().map((line) => line.split(";")[0]!);
  if (cookies.length === 0) throw new Error("The ledger has accounts, but not that of the bench.");
  return cookies.join("; ");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
