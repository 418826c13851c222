import { describe, expect, it } from "vitest";
import { ACTOR_ROLES, authorise, may, originOf } from "./actor";
import { DomainError } from "./errors";

describe("what an actor may", () => {
  it("grows with the role", () => {
    const allowed = (permission: Parameters<typeof may>[1]) =>
      ACTOR_ROLES.filter((role) => may({ id: "x", role }, permission));
    expect(allowed("incident.read")).toEqual([
      "public",
      "viewer",
      "researcher",
      "reviewer",
      "admin",
    ]);
    expect(allowed("incident.log")).toEqual(["researcher", "reviewer", "admin"]);
    expect(allowed("incident.retract")).toEqual(["reviewer", "admin"]);
  });

  it("is refused with the permission that is missing", () => {
    expect(() => authorise({ id: "x", role: "public" }, "incident.log")).toThrow(
      new DomainError("not_allowed", { permission: "incident.log" }),
    );
  });
});

describe("where an actor comes from", () => {
  it("is kept as it is, or as nothing where it is not said", () => {
    expect(originOf({ from: "/incidents/new" })).toBe("/incidents/new");
    expect(originOf({})).toBe("");
  });

  it("can neither fill the log nor hold what a database refuses", () => {
    expect(originOf({ from: "x".repeat(1_000_000) })).toHaveLength(200);
    expect(originOf({ from: "/a\0\n\ud800" })).toBe("/a\uFFFD\uFFFD\uFFFD");
    expect(originOf({ from: `${"x".repeat(199)}😀` })).toBe(`${"x".repeat(199)}\uFFFD`);
  });
});
