import { expect, it } from "vitest";
import { readSimilarAnswers } from "./similar-answer";

it("answers are read from among the fields of a form", () => {
  expect(
    readSimilarAnswers([
      ["title", "Held"],
      ["similar:INC-A", "same"],
      ["similar:INC-B", "not_same"],
      ["similar-reason:INC-B", "Two ferries."],
      ["similar:INC-C", "perhaps"],
      ["similar-reason:INC-D", "No answer."],
    ]),
  ).toEqual([
    { ref: "INC-A", is: "same", reason: "" },
    { ref: "INC-B", is: "not_same", reason: "Two ferries." },
  ]);
});
