import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loopbackNames, refuseForeign } from "./request-origin";

function refusal(host: string | null, origin: string | null = null, method = "GET") {
  return refuseForeign({ host, origin, method, port: 3000, allowedHosts: loopbackNames });
}

describe("the Host a request was sent to", () => {
  test.each([
    "127.0.0.1:3000",
    "localhost:3000",
    "LOCALHOST:3000",
    "[::1]:3000",
    "127.0.0.1",
    "localhost",
    "[::1]",
  ])("%s passes", (host) => {
    expect(refusal(host)).toBe(null);
  });

  test.each([
    null,
    "",
    "evil.example",
    "evil.example:3000",
    "localhost.evil.example:3000",
    "evil.example#localhost:3000",
    "user@localhost:3000",
    "localhost.:3000",
    "localhost:3001",
    "localhost:",
    "127.0.0.1:30000",
    "127.0.0.2:3000",
    "0.0.0.0:3000",
    "192.168.1.5:3000",
    "::1",
    " localhost:3000",
  ])("%j is refused", (host) => {
    expect(refusal(host)).toBe("host");
  });

  test("a foreign Host is refused before its Origin is looked at", () => {
    expect(refusal("evil.example:3000", "http://evil.example:3000", "POST")).toBe("host");
  });
});

describe("the Origin that sent a request", () => {
  test.each(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])(
    "our own page passes, a foreign one is refused, on %s",
    (method) => {
      expect(refusal("127.0.0.1:3000", "http://127.0.0.1:3000", method)).toBe(null);
      expect(refusal("127.0.0.1:3000", "http://evil.example", method)).toBe("origin");
    },
  );

  test.each([
    "http://127.0.0.1:8080",
    "http://localhost:3000",
    "https://127.0.0.1:3000",
    "http://127.0.0.1",
    "http://127.0.0.1:3000.evil.example",
    "file://",
    "",
  ])("another program or scheme on the same machine, %j, is refused", (origin) => {
    expect(refusal("127.0.0.1:3000", origin)).toBe("origin");
  });

  test("a request without an Origin may read, never write", () => {
    expect(refusal("localhost:3000", null, "GET")).toBe(null);
    expect(refusal("localhost:3000", null, "POST")).toBe("origin");
  });

  test("at its public address only its public origin may write", () => {
    const at = (origin: string | null, host = "cases.example.org") =>
      refuseForeign({
        host,
        origin,
        method: "POST",
        port: 3000,
        allowedHosts: loopbackNames,
        publicAddress: "https://cases.example.org",
      });
    expect(at("https://cases.example.org")).toBe(null);
    expect(at("http://cases.example.org")).toBe("origin");
    expect(at(null)).toBe("origin");
    expect(at("https://cases.example.org", "127.0.0.1:3000")).toBe("origin");
    expect(at("https://evil.example", "evil.example")).toBe("host");
  });

  test("an opaque Origin may read, never write", () => {
    expect(refusal("localhost:3000", "null", "GET")).toBe(null);
    expect(refusal("localhost:3000", "null", "HEAD")).toBe(null);
    expect(refusal("localhost:3000", "null", "POST")).toBe("origin");
    expect(refusal("localhost:3000", "null", "DELETE")).toBe("origin");
  });
});

test("whatever domain name an attacker owns, it is refused as Host and as Origin", () => {
  fc.assert(
    fc.property(fc.domain(), fc.constantFrom("GET", "POST"), (domain, method) => {
      expect(refusal(`${domain}:3000`, null, method)).toBe("host");
      expect(refusal("127.0.0.1:3000", `http://${domain}:3000`, method)).toBe("origin");
    }),
  );
});
