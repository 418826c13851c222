import { expect, it } from "vitest";
import { isSessionOpen } from "./session";

const HOUR = 60 * 60 * 1000;
const signedInAt = Date.UTC(2026, 0, 1);
const isOpen = (usedAfter: number, now: number) =>
  isSessionOpen({ createdAt: signedInAt, usedAt: signedInAt + usedAfter }, signedInAt + now);

it("ends two hours after its last use", () => {
  expect(isOpen(3 * HOUR, 5 * HOUR - 1)).toBe(true);
  expect(isOpen(3 * HOUR, 5 * HOUR)).toBe(false);
});

it("ends twelve hours after signing in, however lately it was used", () => {
  expect(isOpen(12 * HOUR - 2, 12 * HOUR - 1)).toBe(true);
  expect(isOpen(12 * HOUR - 1, 12 * HOUR)).toBe(false);
});
