import { describe, expect, it } from "vitest";
import { ACTOR_ROLES, authorise, may } from "./actor";
import { DomainError } from "./errors";

describe("what an actor may", () => {
  it("grows with the role", () => {
    const allowed = (permission: Parameters<typeof may>[1]) =>
      ACTOR_ROLES.filter((role) => may({ id: "x", role }, permission));
    expect(allowed("incident.read")).toEqual(["viewer", "researcher", "reviewer", "admin"]);
    expect(allowed("incident.log")).toEqual(["researcher", "reviewer", "admin"]);
    expect(allowed("incident.retract")).toEqual(["reviewer", "admin"]);
  });

  it("is refused with the permission that is missing", () => {
    expect(() => authorise({ id: "x", role: "public" }, "incident.read")).toThrow(
      new DomainError("not_allowed", { permission: "incident.read" }),
    );
  });
});
