import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newReference, readReference, referenceNumber, referenceOfNumber } from "./reference";

describe("a reference", () => {
  it("is made of characters that are not mistaken for one another", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 255 })), (bytes) => {
        const ref = newReference("INC", () => bytes.next().value);
        expect(ref).toMatch(/^INC-[2-9A-HJKMNP-TV-Z]{6}$/);
      }),
    );
  });

  it("takes every character equally often", () => {
    let byte = 0;
    const seen = new Map<string, number>();
    for (let n = 0; n < 40; n++)
      for (const letter of newReference("SRC", () => byte++ % 256).slice(4))
        seen.set(letter, (seen.get(letter) ?? 0) + 1);
    expect([...new Set(seen.values())]).toEqual([8]);
  });

  it("is read back as written, in lower case and with spaces around too", () => {
    expect(readReference("INC", " inc-5t8vnk ")).toBe("INC-5T8VNK");
    expect(readReference("INC", "SRC-5T8VNK")).toBeNull();
    expect(readReference("INC", "INC-5T8VN")).toBeNull();
    expect(readReference("INC", "INC-5T8VN0")).toBeNull();
    expect(readReference("INC", "")).toBeNull();
  });

  it("is another number than any other, and one that 32 bits hold", () => {
    expect(referenceNumber("INC-222222")).toBe(0);
    expect(referenceNumber("INC-222223")).toBe(1);
    expect(referenceNumber("INC-222232")).toBe(30);
    expect(referenceNumber("INC-ZZZZZZ")).toBe(728_999_999);
    for (const ref of ["SRC-222222", "SRC-222232", "SRC-5T8VNK", "SRC-ZZZZZZ"])
      expect(referenceOfNumber("SRC", referenceNumber(ref))).toBe(ref);
  });
});
