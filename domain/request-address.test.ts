import { expect, it } from "vitest";
import { addressOf } from "./request-address";

it("takes the connection's address, whatever a request says of itself", () => {
  expect(addressOf("203.0.113.7", "198.51.100.1", [])).toBe("203.0.113.7");
  expect(addressOf("::ffff:203.0.113.7", undefined, [])).toBe("203.0.113.7");
});

it("believes a trusted proxy as far as the first address that is none", () => {
  const trusted = ["127.0.0.1", "10.0.0.2"];
  expect(addressOf("127.0.0.1", "203.0.113.7", trusted)).toBe("203.0.113.7");
  expect(addressOf("127.0.0.1", "forged, 203.0.113.7, 10.0.0.2", trusted)).toBe("203.0.113.7");
  expect(addressOf("127.0.0.1", undefined, trusted)).toBe("127.0.0.1");
  expect(addressOf("203.0.113.9", "203.0.113.7", trusted)).toBe("203.0.113.9");
});
