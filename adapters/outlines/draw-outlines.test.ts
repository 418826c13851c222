import { geoArea } from "d3-geo";
import { describe, expect, it } from "vitest";
import { drawOutlines } from "./draw-outlines";
import { outlines } from "./outlines";

const KNOWN = ["CN-JL", "CN-LN", "CN-YN", "KP-09", "KP-14"];
const WORLD = 4 * Math.PI;

/** The smallest and largest x and y that a path reaches. */
function boundsOf(d: string) {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const ring of d.split("M").slice(1)) {
    const numbers = ring.match(/-?\d+/g)!.map(Number);
    let [x, y] = [0, 0];
    for (let at = 0; at < numbers.length; at += 2) {
      x += numbers[at]!;
      y += numbers[at + 1]!;
      xs.push(x);
      ys.push(y);
    }
  }
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

describe("the outlines", () => {
  it("have the provinces of China and Korea but Nampo, Kaesong and Macau", () => {
    const { has } = outlines();
    expect(["CN-JL", "CN-HK", "KP-13", "KR-11", "CN-TW", "TW-TPE", "TW-NWT"].every(has)).toBe(true);
    expect(["KP-14", "KP-15", "CN-MO"].some(has)).toBe(false);
  });

  it("never take a province for all the world but itself", () => {
    const { ofProvince, ofCountry, landWithout } = outlines();
    for (const id of ["CN-JL", "CN-HK", "KP-09", "RU-CHU", "AZ-GAD", "BA-BIH"])
      expect(geoArea(ofProvince(id)!), id).toBeLessThan(WORLD / 100);
    expect(geoArea(ofCountry("CN")!) / WORLD).toBeCloseTo(0.018, 2);
    // Land is three tenths of the globe, here without Antarctica and one province.
    const land = landWithout(new Set(["CN-YN"])).reduce(
      (sum, { shape }) => sum + geoArea(shape),
      0,
    );
    expect(land / WORLD).toBeCloseTo(0.265, 2);
  });

  it("put the centre of a country on its largest piece", () => {
    const [longitude, latitude] = outlines().centreOf("KP")!;
    expect(longitude).toBeCloseTo(127, 0);
    expect(latitude).toBeCloseTo(40, 0);
    expect(outlines().centreOf("XX")).toBeNull();
  });

  it("have Taiwan by either code, once", () => {
    const { ofProvince, ofCountry, landWithout, centreOf } = outlines();
    expect(geoArea(ofProvince("CN-TW")!)).toBeCloseTo(geoArea(ofCountry("TW")!), 6);
    const countries = (without: string) =>
      landWithout(new Set([without])).map(({ country }) => country);
    expect(countries("CN-TW")).not.toContain("TW");
    expect(countries("TW-TPE")).toContain("TW");
    expect(centreOf("CN-TW")![0]).toBeCloseTo(121, 0);
    expect(centreOf("CN-MO")).toBeNull();
  });

  it("go by the code of a place and not by who holds it", () => {
    expect(outlines().ofCountry("UA")!.coordinates.length).toBeGreaterThan(0);
    expect(outlines().has("UA-43")).toBe(true);
  });
});

describe("a drawing", () => {
  const fit = drawOutlines({ provinces: KNOWN, view: { provinces: KNOWN, points: [] } });

  it("holds each province once, inside its bounds, and says which has no outline", () => {
    expect(fit.provinces.map(({ id }) => id)).toEqual(["CN-JL", "CN-LN", "CN-YN", "KP-09"]);
    expect(fit.missing).toEqual(["KP-14"]);
    for (const { d } of fit.provinces) {
      expect(d).toMatch(/^(M-?\d+ -?\d+l[-\d ]+z)+$/);
      const [left, top, right, bottom] = boundsOf(d);
      expect(left).toBeGreaterThanOrEqual(35);
      expect(top).toBeGreaterThanOrEqual(35);
      expect(right).toBeLessThanOrEqual(fit.width - 35);
      expect(bottom).toBeLessThanOrEqual(fit.height - 35);
    }
  });

  it("has the north on top and the east on the right", () => {
    const [kunming, tumen] = [fit.put(102.8, 25)!, fit.put(129.8, 43)!];
    expect(tumen.x).toBeGreaterThan(kunming.x);
    expect(tumen.y).toBeLessThan(kunming.y);
    expect(fit.put(-74, 40.7)).toBeNull();
  });

  it("of one town has land around it, also where the province has no outline", () => {
    const nampo = { provinces: ["KP-14"], points: [[125.4, 38.7] as [number, number]] };
    const { put, land, width, height } = drawOutlines({ provinces: ["KP-14"], view: nampo });
    expect(put(125.4, 38.7)).toEqual({ x: width / 2, y: height / 2 });
    expect(land).not.toBe("");
    const degree = put(126.4, 38.7)!.x - width / 2;
    expect(degree).toBeLessThan(width / 9);
  });

  it("of the world shows every continent but Antarctica", () => {
    const { put } = drawOutlines({ provinces: KNOWN, view: "world" });
    for (const [longitude, latitude] of [
      [-74, 40.7],
      [18.4, -33.9],
      [151, -33.9],
      [177, 64],
      [-68, -54],
    ] as const)
      expect(put(longitude, latitude), `${longitude} ${latitude}`).not.toBeNull();
    expect(put(0, -80)).toBeNull();
  });

  it("is light", () => {
    const world = drawOutlines({ provinces: KNOWN, view: "world" });
    const size = ({ land, borders, provinces }: typeof world) =>
      land.length + borders.length + provinces.reduce((sum, { d }) => sum + d.length, 0);
    expect(size(world)).toBeLessThan(60_000);
    expect(size(fit)).toBeLessThan(40_000);
  });

  it("of a view without anything to fit is the world", () => {
    const nothing = drawOutlines({ provinces: [], view: { provinces: [], points: [] } });
    expect(nothing.put(-74, 40.7)).not.toBeNull();
    expect(nothing.provinces).toEqual([]);
  });
});
