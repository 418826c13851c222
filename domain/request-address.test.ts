import { expect, it } from "vitest";
import { addressOf, networkOf } from "./request-address";

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

it("counts all addresses that one machine may have as one, however they are written", () => {
  for (const same of [
    "2001:db8:1:1::27",
    "2001:0db8:1:1::1",
    "2001:DB8:1:1:f::2",
    "[2001:db8:1:1::]",
  ])
    expect(networkOf(same), same).toBe("2001:db8:1:1::/64");
  expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  expect(networkOf("::1")).toBe("0:0:0:0::/64");
  expect(networkOf("2001:db8:1:2::27")).toBe("2001:db8:1:2::/64");
  for (const other of ["203.0.113.7", "unknown", "", "a:b", "tokens from x"])
    expect(networkOf(other)).toBe(other);
});
