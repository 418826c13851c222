import { expect, it } from "vitest";
import { groupFaults } from "./group-faults";

const fault = (line: number, value: string, column = "Country") => ({
  file: "",
  line,
  column,
  issue: { path: "country", code: "place.not_found", values: { value } },
});

it("puts equal faults together, the commonest first, with the lines of the first of them", () => {
  const many = Array.from({ length: 12 }, (_, n) => fault(n + 10, "Iran"));
  expect(groupFaults([fault(2, "Atlantis"), ...many, fault(3, "Iran", "From")])).toEqual([
    { fault: fault(10, "Iran"), count: 12, lines: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19] },
    { fault: fault(2, "Atlantis"), count: 1, lines: [2] },
    { fault: fault(3, "Iran", "From"), count: 1, lines: [3] },
  ]);
});
