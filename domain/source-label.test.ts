import { expect, it } from "vitest";
import messages from "../messages/en.json";
import { sourceLabel } from "./source-label";
import { days } from "./testing-documents";
import { sayFrom } from "./testing-say";

const label = (rest: Partial<Parameters<typeof sourceLabel>[0]>) =>
  sourceLabel(
    { publisher: "", title: "", published: null, ref: "SRC-5T8VNK", ...rest },
    "en",
    sayFrom(messages),
  );

it("is the publisher, else the title, else the reference", () => {
  expect(label({ publisher: "KBS World", title: "News" })).toBe("KBS World");
  expect(label({ title: "News" })).toBe("News");
  expect(label({})).toBe("SRC-5T8VNK");
});

it("has the day it appeared, where that is known", () => {
  expect(label({ publisher: "Chosun Ilbo", published: days("2014-07-23", "2014-07-23") })).toBe(
    "Chosun Ilbo, 23 Jul 2014",
  );
  expect(label({ publisher: "Chosun Ilbo", published: days(null, null) })).toBe("Chosun Ilbo");
});
