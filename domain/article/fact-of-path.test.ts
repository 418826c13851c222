import { expect, it } from "vitest";
import {
  blankArticleCase,
  blankArticleEvent,
  blankArticleGroup,
  blankArticlePlace,
} from "./article-case";
import { factOfPath } from "./fact-of-path";

const one = {
  ...blankArticleCase("c2"),
  groups: [blankArticleGroup("g3"), blankArticleGroup("g1")],
  events: [{ ...blankArticleEvent("e4"), places: [blankArticlePlace("p7")] }],
  speakers: [{ key: "s5", name: "a source", spans: [] }],
};

it.each([
  ["", "c2"],
  ["title", "c2"],
  ["groups.1.count", "c2.g1"],
  ["groups.9.count", "c2"],
  ["speakers.0.name", "c2.s5"],
  ["events.0.type", "c2.e4"],
  ["events.0.date", "c2.e4.date"],
  ["events.0.places.0.name", "c2.e4.p7"],
  ["events.0.places.3.name", "c2.e4"],
  ["events.1.date", "c2"],
  ["answers.INC-1.reason", "c2"],
])("shows an issue of %j at %s", (path, fact) => {
  expect(factOfPath(one, path)).toBe(fact);
});
