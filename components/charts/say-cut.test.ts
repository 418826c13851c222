import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import messages from "../../messages/en.json";
import { sayCut } from "./say-cut";

const say = createTranslator({ locale: "en", messages }) as Parameters<typeof sayCut>[1];

it("says where a chart shows the latest months alone", () => {
  expect(sayCut({ unit: "month", from: 24_000, to: 24_023, of: 203 }, say)).toBe(
    "Only the latest months are drawn: choose a time to see others, or years.",
  );
  expect(sayCut({ unit: "month", from: 24_000, to: 24_023, of: 24 }, say)).toBeNull();
});
