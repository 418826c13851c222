import { describe, expect, it } from "vitest";
import { TESTING_PLACES } from "./testing-mapping";

const found = (text: string) => TESTING_PLACES.find(text).map(({ id }) => id);
const near = (text: string) => TESTING_PLACES.near(text).map(({ label }) => label);

describe("a place of the gazetteer", () => {
  it("is found by any of its names, and by what it lies in where several are called so", () => {
    expect(found("图们")).toEqual(["CN-JL/tumen"]);
    expect(found("TUNMEN")).toEqual(["CN-JL/tumen"]);
    expect(found("Tumen")).toEqual(["CN-JL/tumen", "RU-TYU/tumen"]);
    expect(found("Tumen, Jilin")).toEqual(["CN-JL/tumen"]);
    expect(found("Tumen, Liaoning")).toEqual([]);
    expect(found("")).toEqual([]);
  });

  it("is found by its id, but two letters are no country by themselves", () => {
    expect(found("CN-LN/dandong")).toEqual(["CN-LN/dandong"]);
    expect(found("CN")).toEqual([]);
    expect(TESTING_PLACES.get("CN")?.label).toBe("China");
  });

  it("is proposed where the words begin like one of its names", () => {
    expect(near("Eritrean coast")).toEqual(["Eritrea"]);
    expect(near("Russian Federation")).toEqual(["Russia"]);
    expect(near("somewhere")).toEqual([]);
  });

  it("lies in itself and in what is around it", () => {
    expect(TESTING_PLACES.isInside("CN-JL/tumen", "CN")).toBe(true);
    expect(TESTING_PLACES.isInside("CN-JL", "CN-JL")).toBe(true);
    expect(TESTING_PLACES.isInside("CN", "CN-JL")).toBe(false);
    expect(TESTING_PLACES.isInside(null, "CN")).toBe(false);
    expect(TESTING_PLACES.isInside("CN", null)).toBe(false);
  });
});
