import { expect, it } from "vitest";
import { highlighter } from "./highlight";
import { matchedNames } from "./matched-names";
import { readSearch, toSearchQuery } from "./search-query";

const NAMES = ["Tumen City", "Tumen", "Tunmen", "图们", "도문", "투먼", "Jilin", "吉林"];
const TUMEN = ["tumen", "tunmen", "图们", "도문", "투먼"];

it.each([
  ["Tumen", ["Tumen"]],
  ["도문", ["도문"]],
  ["图们", ["图们"]],
  ["jilin tunmen", ["Jilin", "Tunmen"]],
  ["tum", ["Tumen"]],
  ["held", []],
  ["held tumen", ["Tumen"]],
])("a search for %s shows of all names of a place %s", (text, shown) => {
  const terms = readSearch(text);
  const namesOf = new Map(TUMEN.map((name) => [name, TUMEN]));
  const highlighters = {
    typed: highlighter(toSearchQuery(terms, new Map())),
    found: highlighter(toSearchQuery(terms, namesOf)),
  };
  expect(matchedNames(NAMES, highlighters)).toEqual(shown);
});

it("shows one name where it was found by a name that is none of them", () => {
  const terms = readSearch("namyang");
  const namesOf = new Map([["namyang", ["namyang", ...TUMEN]]]);
  const found = highlighter(toSearchQuery(terms, namesOf));
  const typed = highlighter(toSearchQuery(terms, new Map()));
  expect(matchedNames(NAMES, { typed, found })).toEqual(["Tumen City"]);
});
