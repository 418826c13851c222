import fc from "fast-check";
import { expect, it } from "vitest";
import { readCursor, writeCursor } from "./list-cursor";

const value = fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.constant(null));

it("gives back what was written, by signs that an address carries as they are", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(value, { maxLength: 8 }), (asked, at) => {
      const text = writeCursor({ asked, at });
      expect(text).toMatch(/^[\w-]+$/);
      expect(readCursor(text)).toEqual({ asked, at });
    }),
  );
});

it("reads nothing from whatever else", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readCursor(text)).toBeNull();
    }),
  );
  for (const text of ["", "x", "=", "W10", writeCursor({ asked: "a", at: Array(9).fill(1) })])
    expect(readCursor(text)).toBeNull();
});
