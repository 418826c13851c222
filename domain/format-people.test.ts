import { expect, it } from "vitest";
import messages from "../messages/en.json";
import { formatPeople } from "./format-people";
import { exactly, unknownCount } from "./testing-documents";
import { sayFrom } from "./testing-say";

it.each([
  [exactly(1), "1 person"],
  [exactly(29), "29 people"],
  [{ low: 1, best: null, high: null }, "at least 1 person"],
  [{ low: null, best: 1, high: null }, "about 1 person"],
  [{ low: null, best: null, high: 1 }, "up to 1 person"],
  [{ low: 1, best: 1, high: 3 }, "1–3 (best 1) people"],
  [{ low: 12, best: null, high: null }, "at least 12 people"],
  [unknownCount, "how many people is unknown"],
])("people are one person or several, %o", (count, text) => {
  expect(formatPeople(count, sayFrom(messages))).toBe(text);
});
