import { expect, it } from "vitest";
import { redactField } from "./redact-field";

function sent(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

it("replaces the words in their field and says so there", () => {
  const data = sent({ summary: "Lee, of Leeds", redact: "name summary Lee" });
  expect(redactField(data)).toEqual({
    path: "summary",
    code: "personal_data.redacted",
    values: { value: "Lee", replacement: "[name]" },
  });
  expect([...data]).toEqual([["summary", "[name], of Leeds"]]);
});

it.each<Record<string, string>>([
  {},
  { redact: "" },
  { redact: "name" },
  { redact: "name other Lee" },
  { redact: "rumour summary Lee" },
])("leaves a form alone that asks for nothing: %j", (fields) => {
  const data = sent({ summary: "Lee", ...fields });
  expect(redactField(data)).toBeNull();
  expect([...data]).toEqual([["summary", "Lee"]]);
});
