import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import type { MapSheet } from "../domain/map-sheet";
import { mapSvg } from "./map-svg";

const sheet: MapSheet = {
  width: 1600,
  height: 900,
  land: "M0 0l9 0 0 9z",
  borders: "M0 0l9 9",
  classes: [{ from: 1, to: null }],
  areas: [
    { id: "CN-JL", d: "M1 1l2 0 0 2z", level: 0, label: "Jilin: 12 incidents", selected: true },
    { id: "CN-YN", d: "M5 5l2 0 0 2z", level: "none", label: 'A "<b>" & more', selected: false },
  ],
  dots: [{ id: "t", x: 5, y: 6, kind: "town", label: "Tumen: 3 incidents", name: null }],
  arrows: [
    {
      line: "M1 1Q2 2 3 3",
      head: "M1 1L2 2 3 3Z",
      isLoop: false,
      modality: "anticipated",
      weight: 2,
      label: "Tumen to North Korea",
      moves: [],
      mark: "",
      markAt: { x: 2, y: 2 },
    },
  ],
};
const words = {
  title: "Map: 12 incidents <in> “Jilin”\u0000",
  shaded: "Incidents in a province",
  legend: [{ level: 0 as const, text: "1 and more" }],
  signs: [
    { sign: "town" as const, text: "a town" },
    { sign: "anticipated" as const, text: "expected" },
  ],
  notes: ["Made with Natural Earth."],
};

it("a map is a file of its own, with everything it shows in words", () => {
  const svg = mapSvg(sheet, words);
  const { document } = parseHTML(svg);
  const titles = [...document.querySelectorAll("title")].map(({ textContent }) => textContent);
  expect(titles).toEqual([
    "Map: 12 incidents <in> “Jilin”",
    "Jilin: 12 incidents",
    'A "<b>" & more',
    "Tumen to North Korea",
    "Tumen: 3 incidents",
  ]);
  expect([...document.querySelectorAll("text")].map(({ textContent }) => textContent)).toEqual([
    "Map: 12 incidents <in> “Jilin”",
    "Incidents in a province",
    "1 and more",
    "a town",
    "expected",
    "Made with Natural Earth.",
  ]);
  expect(document.querySelectorAll("b")).toHaveLength(0);
});

it("what is explained looks as it does on the map", () => {
  const { document } = parseHTML(mapSvg(sheet, words));
  const looks = (element: string, name: string) =>
    [...document.querySelectorAll(element)].map((one) => one.getAttribute(name));
  const [drawn, explained] = looks("circle[stroke]", "fill");
  expect(explained).toBe(drawn);
  expect(looks("path[stroke-dasharray]", "stroke-dasharray")).toEqual(["12 8", "12 8"]);
});

it("a long title and a long note go on in the next line", () => {
  const title = `Map: 12 incidents in ${"Heilongjiang or ".repeat(9)}Jilin`;
  const notes = [`Outside of the picture: ${"Heilongjiang, ".repeat(20)}Jilin.`];
  const { document } = parseHTML(mapSvg(sheet, { ...words, title, notes }));
  const lines = [...document.querySelectorAll("text")];
  const inSize = (size: number) =>
    lines
      .filter((line) => line.getAttribute("font-size") === String(size))
      .map(({ textContent }) => textContent);
  expect([inSize(30).length, inSize(30).join(" ")]).toEqual([2, title]);
  expect([inSize(20).length, inSize(20).join(" ")]).toEqual([3, notes[0]]);
  const heights = lines.map((line) => Number(line.getAttribute("y")));
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  expect(new Set(heights).size).toBe(lines.length);
});

it("it asks for nothing from elsewhere, and runs nothing", () => {
  const svg = mapSvg(sheet, words);
  expect(svg.match(/(href|src|url)\W[^"]*/g)).toEqual(["url(#frame)", "url(#hatch)"]);
  expect(svg).not.toMatch(/<(style|script|image|use|foreignObject)/);
  expect(svg.match(/https?:[^"]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
});
