import { expect, it } from "vitest";
import { revisedDocuments } from "./revised-documents";
import { aDocument, aGroup } from "./testing-documents";

const document = aDocument({ groups: [aGroup("g")] });

it("gives both versions of what was edited", () => {
  const after = { ...document, title: "Another" };
  expect(revisedDocuments({ before: document, after })).toEqual({ before: document, after });
});

it("takes the first version as made from nothing", () => {
  expect(revisedDocuments({ before: null, after: document })).toEqual({
    before: { title: "", summary: "", groups: [], events: [], claims: [] },
    after: document,
  });
});

it("has no documents of a retraction, nor of an entry that was emptied", () => {
  const retraction = {
    before: { reviewStatus: "draft" },
    after: { reviewStatus: "retracted" },
  };
  expect(revisedDocuments(retraction)).toBeNull();
  expect(revisedDocuments({ before: null, after: null })).toBeNull();
  expect(revisedDocuments({ before: { title: 1 }, after: document })).toBeNull();
});
