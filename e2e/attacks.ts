import { readFileSync } from "node:fs";
import type { OwnServer } from "./own-server";
import { type Answer, ask } from "./visitor";

/** Requests that no page of ours sends, about a hidden incident: what is malformed, foreign, too much or forged. */
export async function attack(server: OwnServer, ref: string): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const send = async (name: string, ...asked: [string, Parameters<typeof ask>[2]?]) =>
    answers.set(name.replace(ref, "REF"), await ask(server, ...asked));
  const path = `/incidents/${ref}`;
  // Else every post would be refused as another site's, before anything looks at it.
  const origin = `http://127.0.0.1:${server.port}`;
  for (const method of ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"])
    for (const at of [path, "/incidents.csv", "/suggest/sources?q=a"])
      await send(`${method} ${at}`, at, { method, headers: { origin } });
  for (const [name, at] of Object.entries({
    "no text": "/incidents/%E0%A4%A",
    "no path": "*",
    "a null byte": "/incidents?q=%00&province=%00",
    "another folder": "/../../ledger.db",
    "a picture of it": `/_next/image?url=${encodeURIComponent(path)}&w=64&q=75`,
    "its data": `/_next/data/build${path}.json`,
    mistakes: "/incidents.csv?bom=x&foo=1&page=-1&columns=shoe",
    "a long search": `/incidents?q=${"a".repeat(20_000)}`,
    "a long word": `/suggest/places?q=${"a".repeat(20_000)}`,
    "too long": `/incidents?q=${"a".repeat(140_000)}`,
  }))
    await send(name, at);
  const forged: Record<string, Record<string, string>> = {
    "another host": { host: "evil.example" },
    "a token": { authorization: `Bearer ledger_${"A".repeat(43)}` },
    "no token": { authorization: "Basic YTpi" },
    "a session": { cookie: "ledger.session_token=forged.forged" },
    "an inner header": {
      "x-ledger-path": "/admin",
      "x-middleware-subrequest": "proxy:proxy:proxy",
    },
    "a router's state": { rsc: "1", "next-router-state-tree": "%5B%22%22" },
    "a prefetch": { rsc: "1", "next-router-prefetch": "1" },
  };
  for (const [name, headers] of Object.entries(forged))
    for (const at of [path, `${path}/csv`, "/admin"]) await send(`${name} ${at}`, at, { headers });
  for (const [name, headers, body] of POSTS)
    await send(name, path, { method: "POST", headers: { origin, ...headers }, body });
  for (const { id, pages } of actions())
    for (const page of pages)
      for (const { name, ...sent } of calls(ref)) {
        const at = page.replace("[ref]", ref);
        const headers = { origin, "next-action": id, "content-type": sent.type };
        await send(`${name} of ${id} at ${page}`, at, { method: "POST", headers, body: sent.body });
      }
  return answers;
}

/** A form as browsers send it. */
export function formOf(fields: readonly (readonly [string, string])[]): {
  type: string;
  body: string;
} {
  const boundary = "----a-boundary-as-long-as-they-are";
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = `${parts.join("")}--${boundary}--\r\n`;
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}

const POSTS: [string, Record<string, string>, string][] = [
  ["another site", { origin: "https://evil.example" }, "a=1"],
  ["no length", { "transfer-encoding": "chunked" }, "a=1"],
  ["too much", { "content-type": "text/plain" }, "a".repeat(2_200_000)],
  ["no action", { "next-action": "0".repeat(42), "content-type": "text/plain" }, "[]"],
  ["a broken form", { "content-type": formOf([]).type }, "nonsense"],
  ["a form", { "content-type": "application/x-www-form-urlencoded" }, "title=a"],
];

/** What every action of the program is called with: nothing, nonsense, the reference, forms that name it. */
function calls(ref: string): { name: string; type: string; body: string }[] {
  const typed = { ref, from: ref, to: ref, id: ref, version: "1", reason: "So.", body: "So." };
  const fields = Object.entries(typed).map(([name, value]) => [`_1_${name}`, value] as const);
  const text = "text/plain;charset=UTF-8";
  return [
    { name: "nothing", type: text, body: "[]" },
    { name: "nonsense", type: text, body: "{" },
    { name: "the reference", type: text, body: JSON.stringify([ref, ref, ref]) },
    { name: "a form", ...formOf([...fields, ["0", '[null,"$K1"]']]) },
    { name: "a form of it", ...formOf([...fields, ["0", JSON.stringify([ref, null, "$K1"])]]) },
  ];
}

/** The built app's own names of its actions, each with a page that it belongs to. */
function actions(): { id: string; pages: string[] }[] {
  const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  return Object.entries<{ workers: object }>(manifest.node).map(([id, { workers }]) => {
    const names = Object.keys(workers).map((name) => name.slice("app".length, -"/page".length));
    // One that all pages have is asked at the first of them.
    return { id, pages: names.length > 5 ? ["/sign-in"] : names };
  });
}
