import { request } from "node:http";
import { expect, test } from "@playwright/test";

/** Asks with headers that a browser would not let a page choose. */
function ask(baseURL: string, path: string, headers: Record<string, string>, method = "GET") {
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const asked = request(new URL(path, baseURL), { method, headers }, async (answer) => {
      let body = "";
      for await (const chunk of answer) body += chunk;
      resolve({ status: answer.statusCode, body });
    });
    asked.on("error", reject);
    asked.end();
  });
}

const paths = ["/", "/incidents", "/incidents.csv", "/no-such-page", "/_next/static/no-such-file"];

test("the start page answers, and asks nothing of the outside", async ({ page, baseURL }) => {
  const outside: string[] = [];
  page.on("request", (asked) => {
    if (!asked.url().startsWith(`${baseURL}/`)) outside.push(asked.url());
  });
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  expect(outside).toEqual([]);
});

for (const path of paths) {
  test(`a foreign Host is refused on ${path}`, async ({ baseURL }) => {
    const answer = await ask(baseURL!, path, { host: "rebound.example:3210" });
    expect(answer).toEqual({
      status: 421,
      body: "Misdirected request: this program answers only on loopback names.\n",
    });
  });

  test(`a foreign Origin is refused on ${path}`, async ({ baseURL }) => {
    for (const method of ["GET", "POST", "DELETE"]) {
      const headers = { origin: "http://evil.example" };
      expect(await ask(baseURL!, path, headers, method)).toEqual({
        status: 403,
        body: "Forbidden: the request was sent by another site.\n",
      });
    }
  });
}

test("a browser that is sent here under a foreign name sees the refusal, not the ledger", async ({
  playwright,
  launchOptions,
  baseURL,
}) => {
  const rebound = "--host-resolver-rules=MAP rebound.example 127.0.0.1";
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), rebound],
  });
  try {
    const page = await browser.newPage();
    const address = baseURL!.replace("127.0.0.1", "rebound.example");
    const answer = await page.goto(`${address}/incidents`);
    expect(answer?.status()).toBe(421);
  } finally {
    await browser.close();
  }
});

test("every loopback name is answered", async ({ baseURL }) => {
  const port = new URL(baseURL!).port;
  for (const name of ["127.0.0.1", "localhost", "[::1]"]) {
    const answer = await ask(baseURL!, "/sign-in", { host: `${name}:${port}` });
    expect(answer.status).toBe(200);
  }
});

test("answers forbid framing, sniffing and outside sources", async ({ request: client }) => {
  const headers = (await client.get("/incidents")).headers();
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("same-origin");
  expect(headers["content-security-policy"]).toContain("default-src 'self'");
  expect(headers["x-powered-by"]).toBeUndefined();
});

test("what is no address of anything is refused in words, not with a crash", async ({
  baseURL,
  request: client,
}) => {
  for (const path of ["/incidents/%E0", "/locations/%ED%A0%80"])
    expect((await ask(baseURL!, path, {})).status, path).toBe(400);
  expect((await ask(baseURL!, "/incidents", {}, "TRACE")).status).toBe(405);
  for (const path of ["/locations/toString", "/sources/toString", "/incidents/constructor"])
    expect((await client.get(path)).status(), path).toBe(404);
});

test("a body that says too great a length, or none, is refused unread", async ({ baseURL }) => {
  const send = (headers: Record<string, string>, path = "/sign-in", megabytes = 3) =>
    new Promise<number | undefined>((resolve, reject) => {
      const own = { origin: baseURL!, "content-type": "text/plain", ...headers };
      const sent = request(`${baseURL}${path}`, { method: "POST", headers: own }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      // The rest of the body meets a closed connection.
      sent.on("error", (error: NodeJS.ErrnoException) => {
        if (error.code !== "EPIPE" && error.code !== "ECONNRESET") reject(error);
      });
      sent.end(Buffer.alloc(megabytes * 1024 * 1024, "a"));
    });
  const length = (megabytes: number) => ({ "content-length": String(megabytes * 1024 * 1024) });
  expect(await send(length(3))).toBe(413);
  const article = "/incidents/from-article/file";
  expect(await send(length(3), article)).toBe(401);
  expect(await send(length(10), article, 10)).toBe(413);
  expect(await send({ "transfer-encoding": "chunked" })).toBe(411);
});

test("a request that would change something and tells no origin is refused", async ({
  baseURL,
}) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"])
    expect((await ask(baseURL!, "/incidents/new", {}, method)).status, method).toBe(403);
});
