import { request } from "node:http";

/** What came back, with the cookies as they were set. */
export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};

/** A browser without script, as a proxy passes its requests on: it keeps cookies and sends forms. */
export type PlainClient = {
  /** Any request, which is led nowhere. */
  send: (
    method: string,
    path: string,
    headers?: Record<string, string>,
    body?: string | Buffer,
  ) => Promise<Answer>;
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** Opens the page and gives its form that has the field, to be sent with what the page hides in it. */
  form: (
    path: string,
    field: string,
  ) => Promise<(fields: Record<string, string>) => Promise<Answer>>;
  /** The same in a page that was answered already. */
  formIn: (
    path: string,
    body: string,
    field: string,
  ) => (fields: Record<string, string>) => Promise<Answer>;
  post: (path: string) => Promise<Answer>;
  cookies: Map<string, string>;
};

const BOUNDARY = "--------of-a-plain-client";

/** A client of the program at `at` that people reach at `address`, `https://name`; `always`: headers of every request. */
export function plainClient(
  at: string,
  address: string,
  always: Record<string, string> = {},
): PlainClient {
  const cookies = new Map<string, string>();
  const send = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body: string | Buffer = "",
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const own = { host: new URL(address).host, ...(cookie && { cookie }), ...always, ...headers };
      // A connection each: one that is kept may be closed just as it is used again.
      const how = { method, headers: own, agent: false };
      const asked = request(new URL(path, at), how, async (answer) => {
        let text = "";
        for await (const chunk of answer.setEncoding("utf8")) text += chunk;
        for (const line of answer.headers["set-cookie"] ?? []) {
          const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          if (value === "" || /max-age=0/i.test(line)) cookies.delete(name);
          else cookies.set(name, value);
        }
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
      });
      asked.on("error", reject);
      asked.end(body);
    });
  const post = (path: string, fields: Record<string, string>) => {
    const parts = Object.entries(fields).map(
      ([name, value]) =>
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const body = `${parts.join("")}--${BOUNDARY}--\r\n`;
    return send(
      "POST",
      path,
      {
        origin: address,
        "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
        "content-length": String(Buffer.byteLength(body)),
      },
      body,
    );
  };
  return {
    cookies,
    send,
    get: (path, headers) => send("GET", path, headers),
    post: (path) => post(path, {}),
    form: async (path, field) => formIn(path, (await send("GET", path)).body, field),
    formIn,
  };

  function formIn(path: string, body: string, field: string) {
    const forms = body.match(/<form.*?<\/form>/gs) ?? [];
    const form = forms.find((one) => one.includes(`name="${field}"`));
    if (!form) throw new Error(`No form of ${path} has the field ${field}.`);
    const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([tag]) => [
      /name="([^"]*)"/.exec(tag)?.[1] ?? "",
      unescapeHtml(/value="([^"]*)"/.exec(tag)?.[1] ?? ""),
    ]);
    return (fields: Record<string, string>) =>
      post(path, { ...Object.fromEntries(hidden), ...fields });
  }
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
