import type { Answer, PlainClient } from "./plain-client";

/** Where the program under test answers, and so the one Origin it takes. */
export const OWN = `http://127.0.0.1:${process.env.E2E_PORT || 3210}`;

/** A call of a server action. `bound`: what the page bound to it, `state`: what useActionState passes; none = null. */
export type ActionCall = {
  page: string;
  bound?: readonly string[];
  state?: unknown;
  form: Readonly<Record<string, string | File>>;
};

/** `result`: what the action returned, as text; null where it leads elsewhere, `to`. `codes`: of the issues in it. */
export type ActionAnswer = {
  status: number;
  result: string | null;
  codes: string[];
  to: string | null;
  text: string;
};

/** Calls an action as React does in a browser: the last of its arguments is the form. */
export async function sendAction(
  client: PlainClient,
  id: string,
  { page, bound = [], state = null, form }: ActionCall,
  headers: Record<string, string> = { origin: OWN },
): Promise<ActionAnswer> {
  const multipart = new FormData();
  for (const [name, value] of Object.entries(form)) multipart.append(`_1_${name}`, value);
  multipart.append("0", JSON.stringify([...bound, state, "$K1"]));
  const how = { ...headers, accept: "text/x-component", "next-action": id };
  const answer = await post(client, page, how, multipart);
  const text = answer.body;
  const result = resultIn(text);
  return {
    status: answer.status,
    result,
    codes: [...(result ?? "").matchAll(/"code":"([\w.]+)"/g)].map(([, code]) => code!),
    to: (answer.headers["x-action-redirect"] as string) ?? null,
    text,
  };
}

/** Calls it as a form of the page does where no script has arrived; what it answers is a page. */
export async function sendPlainForm(
  client: PlainClient,
  id: string,
  { page, bound = [], state = null, form }: ActionCall,
): Promise<string> {
  const multipart = new FormData();
  multipart.append("$ACTION_REF_1", "");
  multipart.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
  multipart.append("$ACTION_1:1", JSON.stringify([...bound, state]));
  for (const [name, value] of Object.entries(form)) multipart.append(name, value);
  return (await post(client, page, { origin: OWN }, multipart)).body;
}

async function post(
  client: PlainClient,
  path: string,
  headers: Record<string, string>,
  form: FormData,
): Promise<Answer> {
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  const type = encoded.headers.get("content-type")!;
  const length = String(body.length);
  return client.send(
    "POST",
    path,
    { ...headers, "content-type": type, "content-length": length },
    body,
  );
}

/** The row of a flight answer that holds what the action returned; null where there is none. */
function resultIn(text: string): string | null {
  const row = /^0:.*?"a":"\$@(\w+)"/m.exec(text)?.[1];
  if (row === undefined) return null;
  return new RegExp(`^${row}:(.*)$`, "m").exec(text)?.[1] ?? null;
}
