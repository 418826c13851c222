import { describe, expect, it } from "vitest";
import {
  distinctAliases,
  koreanWithoutSpaces,
  slugOf,
  splitNames,
  withoutDisambiguation,
} from "./place-names";

describe("names of places", () => {
  it("takes two names written as one apart", () => {
    expect(splitNames("투먼(도문)")).toEqual({ main: "투먼", others: ["도문"] });
    expect(splitNames("Rason (Rajin)")).toEqual({ main: "Rason", others: ["Rajin"] });
    expect(splitNames("하얼빈")).toEqual({ main: "하얼빈", others: [] });
    expect(splitNames(" ")).toEqual({ main: null, others: [] });
  });

  it("drops the marks that keep namesakes apart", () => {
    expect(withoutDisambiguation("산시 성²")).toBe("산시 성");
    expect(withoutDisambiguation("몬타나 주 (불가리아)")).toBe("몬타나 주");
    expect(withoutDisambiguation("台湾省 (中华人民共和国)")).toBe("台湾省");
    expect(withoutDisambiguation("布拉格15区")).toBe("布拉格15区");
    expect(withoutDisambiguation("")).toBeNull();
    expect(withoutDisambiguation(null)).toBeNull();
  });

  it("spells a Korean name without the space before its unit", () => {
    expect(koreanWithoutSpaces("지린 성")).toEqual(["지린성"]);
    expect(koreanWithoutSpaces("광시 좡족 자치구")).toEqual(["광시 좡족자치구", "광시좡족자치구"]);
    expect(koreanWithoutSpaces("함경북도")).toEqual([]);
    expect(koreanWithoutSpaces("홍콩(중국 특별행정구)")).toEqual([]);
    expect(koreanWithoutSpaces(null)).toEqual([]);
  });

  it("makes the last part of an id of plain letters, digits and hyphens", () => {
    expect(slugOf("Ji'an")).toBe("jian");
    expect(slugOf("Sinŭiju")).toBe("sinuiju");
    expect(slugOf("Hunchun (Quanhe) - Wonjong")).toBe("hunchun-quanhe-wonjong");
  });

  it("keeps an alias once, whatever its case, and never a main name", () => {
    expect(
      distinctAliases(["Tunmen", " tunmen ", "", "TUMEN", "도문"], ["Tumen", "투먼", null]),
    ).toEqual(["Tunmen", "도문"]);
  });
});
