import { expect, it } from "vitest";
import type { ReaderPlace } from "../extraction/reader-place";
import { placeTreeOf } from "./place-tree";

const place = (id: string, parentId: string | null, nameEn: string, over = {}): ReaderPlace => ({
  id,
  kind: "locality",
  parentId,
  countryId: "CN",
  provinceId: null,
  nameEn,
  nameKo: null,
  nameZh: null,
  aliases: [],
  ...over,
});

const tree = placeTreeOf([
  place("CN", null, "China", { kind: "country" }),
  place("CN-JL", "CN", "Jilin", { kind: "province", nameZh: "吉林" }),
  place("CN-LN", "CN", "Liaoning", { kind: "province" }),
  place("CN-JL/jilin", "CN-JL", "Jilin"),
  place("CN-JL/tumen", "CN-JL", "Tumen", { aliases: ["Tumun"], nameKo: "투먼" }),
  place("CN-JL/tumen/centre", "CN-JL/tumen", "Tumen detention center", { kind: "facility" }),
  place("CN-JL/newtown", "CN-JL", "Newtown"),
  place("CN-LN/newtown", "CN-LN", "Newtown"),
]);

it.each([
  ["CN-JL", "Tumen", "CN-JL/tumen"],
  ["CN", "tumun", "CN-JL/tumen"],
  ["CN", "투먼", "CN-JL/tumen"],
  ["CN-JL", "Jilin", "CN-JL/jilin"],
  ["CN", "Tumen detention center", "CN-JL/tumen/centre"],
  ["CN-JL", "Newtown", "CN-JL/newtown"],
  ["CN", "Newtown", null],
  ["CN-LN", "Tumen", null],
  ["CN-XX", "Tumen", null],
  ["CN", "Nowhere", null],
])("finds under %s the place %s: %s", (parent, name, id) => {
  expect(tree.inside(parent, name)?.id ?? null).toBe(id);
});

it("tells what lies in what, a place in itself too", () => {
  expect(tree.isInside("CN-JL/tumen/centre", "CN")).toBe(true);
  expect(tree.isInside("CN-JL", "CN-JL")).toBe(true);
  expect(tree.isInside("CN", "CN-JL")).toBe(false);
  expect(tree.isInside(null, "CN")).toBe(false);
  expect(tree.isInside("CN", null)).toBe(false);
});

it("writes a place with all that is around it, and one it does not know as nothing", () => {
  expect(tree.written("CN-JL/tumen/centre")).toBe("Tumen detention center, Tumen, Jilin, China");
  expect(tree.written("XX")).toBe("");
  expect(tree.byId("XX")).toBeUndefined();
});
