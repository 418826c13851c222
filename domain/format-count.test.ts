import { expect, test } from "vitest";
import messages from "../messages/en.json";
import { formatCount } from "./format-count";

const say = (key: string, values: Record<string, string | number> = {}) =>
  messages.count[key.replace("count.", "") as keyof typeof messages.count].replace(
    /\{(\w+)(?:, number)?\}/g,
    (_, name: string) => values[name]?.toLocaleString("en") ?? "",
  );

test.each([
  [20, 29, 29, "20–29 (best 29)"],
  [20, 20, 29, "20–29 (best 20)"],
  [20, null, 29, "20–29"],
  [29, 29, 29, "29"],
  [29, null, 29, "29"],
  [0, 0, 0, "0"],
  [null, 30, null, "about 30"],
  [null, 0, null, "about 0"],
  [12, null, null, "at least 12"],
  [12, 15, null, "at least 12 (best 15)"],
  [500, 500, null, "at least 500"],
  [null, null, 30, "up to 30"],
  [null, 25, 30, "up to 30 (best 25)"],
  [1200, null, 1300, "1,200–1,300"],
  [null, null, null, "unknown"],
])("low %s, best %s, high %s reads %s", (low, best, high, expected) => {
  expect(formatCount({ low, best, high }, say)).toBe(expected);
});
