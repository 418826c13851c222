import { describe, expect, it } from "vitest";
import { refuseUnreadable } from "./unreadable-request";

describe("a request that nobody could answer", () => {
  it.each([
    ["TRACE", "/incidents", 405],
    ["CONNECT", "evil.example:80", 405],
    ["OPTIONS", "*", 400],
    ["GET", "http://evil.example/incidents", 400],
    ["GET", "/incidents/%E0", 400],
    ["GET", "/locations/%ED%A0%80?q=1", 400],
    ["GET", "/100%", 400],
  ])("is refused: %s %s", (method, target, status) => {
    expect(refuseUnreadable(method, target)?.status).toBe(status);
  });

  it("is refused where it sends something without saying how much", () => {
    expect(refuseUnreadable("POST", "/incidents/new", "chunked")?.status).toBe(411);
    expect(refuseUnreadable("POST", "/incidents/new")).toBeNull();
  });

  it.each(["/", "/locations/CN-JL/tumen", "/incidents?q=%E0", "/incidents/%EC%98%88"])(
    "is none of ours: %s",
    (target) => {
      expect(refuseUnreadable("GET", target)).toBeNull();
    },
  );
});
