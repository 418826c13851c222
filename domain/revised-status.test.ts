import { expect, it } from "vitest";
import { revisedDocuments } from "./revised-documents";
import { revisedStatus } from "./revised-status";
import { aDocument } from "./testing-documents";

it("tells the review status before and after, beside a document or alone", () => {
  const [before, after] = [{ reviewStatus: "verified" }, { reviewStatus: "in_review" }];
  const said = { before: "verified", after: "in_review" };
  expect(revisedStatus({ before, after })).toEqual(said);
  const edit = {
    before: { ...aDocument(), ...before },
    after: { ...aDocument({ title: "Changed" }), ...after },
  };
  expect(revisedStatus(edit)).toEqual(said);
  expect(revisedDocuments(edit)).toEqual({
    before: aDocument(),
    after: aDocument({ title: "Changed" }),
  });
});

it("has nothing to tell where the status stays, is unknown, or was emptied", () => {
  const same = { reviewStatus: "draft" };
  expect(revisedStatus({ before: same, after: same })).toBeNull();
  expect(revisedStatus({ before: aDocument(), after: aDocument() })).toBeNull();
  expect(revisedStatus({ before: same, after: { reviewStatus: "nonsense" } })).toBeNull();
  expect(revisedStatus({ before: null, after: null })).toBeNull();
});
