import { expect, it } from "vitest";
import { aClaim, aDocument, aGroup, anEvent, days } from "../testing-documents";
import { incidentTexts } from "./free-texts";
import { withTexts } from "./with-texts";

it("puts every free text of an incident back where it was read", () => {
  const document = aDocument({
    title: "Title",
    summary: "Summary",
    groups: [aGroup("g", { label: "Label" })],
    events: [anEvent("e", { description: "Text", date: { ...days(null, null), text: "then" } })],
    claims: [aClaim("c", "s", { statement: "Said", quote: "Quote", locator: "p. 3" })],
  });
  const texts = incidentTexts(document);
  const marked = texts.map((each) => ({ ...each, text: `[${each.text}]` }));
  const changed = withTexts(document, marked);
  expect(incidentTexts(changed)).toEqual(marked);
  expect(withTexts(changed, texts)).toEqual(document);
  expect(document.title).toBe("Title");
});
