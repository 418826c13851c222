import { expect, it } from "vitest";
import { mapLegend } from "./map-legend";
import type { MapSheet } from "./map-sheet";

const area = { id: "CN-JL", d: "", label: "", selected: false };
const dot = { id: "", x: 0, y: 0, label: "", name: null };
const arrow = {
  line: "",
  head: "",
  isLoop: false,
  weight: 1,
  label: "",
  moves: [],
  mark: "",
  markAt: { x: 0, y: 0 },
};
const legendOf = (sheet: Partial<MapSheet>) =>
  mapLegend({ areas: [], dots: [], arrows: [], ...sheet });

it("explains what is drawn and nothing else, in one order", () => {
  expect(legendOf({})).toEqual({ levels: ["land"], signs: [] });
  expect(
    legendOf({
      areas: [
        { ...area, level: "none" },
        { ...area, level: 3 },
        { ...area, level: "zero" },
      ],
      dots: [
        { ...dot, kind: "area" },
        { ...dot, kind: "town" },
      ],
      arrows: [
        { ...arrow, modality: "anticipated" },
        { ...arrow, modality: "reported", isLoop: true },
      ],
    }),
  ).toEqual({
    levels: ["zero", "none", "land"],
    signs: ["town", "area", "reported", "anticipated", "loop"],
  });
});
