import { expect, it } from "vitest";
import { formPathOf } from "./form-reading";
import { incidentFormSchema } from "./incident-form";
import { readKeepForm } from "./read-keep-form";

it("keeps the words that have a reason, and leads their issues back to it", () => {
  const { keep: form } = incidentFormSchema.parse({
    keep: {
      m1: { kind: "name", words: "Kim Song-ho", reason: " " },
      m2: { kind: "name", words: "Daniel Carter", reason: "In office." },
      m3: "nothing of a form",
    },
  });
  const { keep, origins } = readKeepForm(form);
  expect(keep).toEqual([{ kind: "name", words: "Daniel Carter", reason: "In office." }]);
  expect(formPathOf(origins, "keep.0.reason")).toBe("keep.m2.reason");
});

it("takes whatever is sent instead for nothing", () => {
  for (const keep of [undefined, "m1", ["m1"], null])
    expect(readKeepForm(incidentFormSchema.parse({ keep }).keep).keep).toEqual([]);
});
