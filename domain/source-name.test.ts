import { expect, test } from "vitest";
import { sourceName } from "./source-name";

test("a source is called by its publisher and title, and by its reference where it has neither", () => {
  const ref = "SRC-222222";
  expect(sourceName({ publisher: "VOA", title: "Held in Kunming", ref })).toBe(
    "VOA, Held in Kunming",
  );
  expect(sourceName({ publisher: "", title: "Held in Kunming", ref })).toBe("Held in Kunming");
  expect(sourceName({ publisher: "", title: "", ref })).toBe(ref);
  expect(sourceName({ publisher: "", title: "" })).toBe("");
});
