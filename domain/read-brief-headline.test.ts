import { expect, it } from "vitest";
import { headlineOf } from "./headline";
import { readBriefHeadline } from "./read-brief-headline";
import { aDocument, aGroup, anEvent } from "./testing-documents";

it("reads all of a stored headline but its groups and events, whatever stands in a text of it", () => {
  const date = {
    text: ',"groups":{"x',
    earliest: "2014-07-15",
    latest: "2014-07-15",
    kind: "within" as const,
    basis: "stated" as const,
    precision: 1 as const,
  };
  const doc = aDocument({
    groups: [aGroup("g")],
    events: [anEvent("a", { date, groups: [] })],
  });
  const headline = headlineOf(doc, new Map(), new Map());
  const { groups, events, ...brief } = headline;
  expect(Object.keys(groups)).toEqual(["g"]);
  expect(Object.keys(events)).toEqual(["a"]);
  expect(brief.date).toEqual(date);
  expect(readBriefHeadline(JSON.stringify(headline))).toEqual(brief);
});

it("reads the headline of an incident of which nothing is known", () => {
  const {
    groups: _groups,
    events: _events,
    ...brief
  } = headlineOf(aDocument({}), new Map(), new Map());
  expect(
    readBriefHeadline(JSON.stringify(headlineOf(aDocument({}), new Map(), new Map()))),
  ).toEqual(brief);
});

it("reads one whose parts stand in another order, as an older version may have written them", () => {
  expect(readBriefHeadline('{"groups":{"g":{}},"date":null,"events":{}}')).toEqual({ date: null });
});
