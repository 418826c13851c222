import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readGazetteer } from "./read-gazetteer";

const places = readGazetteer();
const byId = new Map(places.map((place) => [place.id, place]));
const place = (id: string) => byId.get(id) ?? expect.fail(`no place ${id}`);
const namesOf = (id: string) => {
  const { nameEn, nameKo, nameZh, aliases } = place(id);
  return [nameEn, nameKo, nameZh, ...aliases];
};

describe("the gazetteer as a tree", () => {
  it("has every country, every subdivision, the localities and the facilities", () => {
    const count = (kind: string) => places.filter((each) => each.kind === kind).length;
    expect(count("country")).toBe(249);
    expect(count("province")).toBe(5450);
    expect(count("locality")).toBe(94);
    expect(count("facility")).toBe(33);
  });

  it("has every id once, and every parent before its children", () => {
    const seen = new Set<string>();
    for (const { id, parentId } of places) {
      expect(seen.has(id), id).toBe(false);
      expect(parentId === null || seen.has(parentId), id).toBe(true);
      seen.add(id);
    }
  });

  it("hangs each kind under the right kind, in the right country and province", () => {
    const above = {
      country: undefined,
      province: "country",
      locality: "province",
      facility: "locality",
    };
    for (const { id, kind, parentId, countryId, provinceId } of places) {
      expect(parentId === null ? undefined : place(parentId).kind, id).toBe(above[kind]);
      expect(place(countryId).kind, id).toBe("country");
      if (kind === "country") expect(provinceId, id).toBeNull();
      else
        expect([place(provinceId!).kind, place(provinceId!).countryId], id).toEqual([
          "province",
          countryId,
        ]);
    }
  });

  it("puts nested subdivisions directly under their country", () => {
    expect(place("GB-ENG").parentId).toBe("GB");
    expect(place("GB-LND").parentId).toBe("GB");
  });

  it("is the same at every reading", () => {
    expect(readGazetteer()).toEqual(places);
  });
});

describe("names", () => {
  it("gives every country a name in English, Korean and Chinese", () => {
    const lacking = places.filter(
      (p) => p.kind === "country" && !(p.nameEn && p.nameKo && p.nameZh),
    );
    expect(lacking).toEqual([]);
    expect(namesOf("KP").slice(0, 3)).toEqual(["North Korea", "북한", "朝鲜"]);
    expect(namesOf("MM")).toEqual(["Myanmar", "미얀마", "缅甸", "Burma", "버마"]);
    expect(namesOf("HK")).toContain("Hong Kong");
  });

  it("has all 34 province-level divisions of China in three languages", () => {
    const provinces = places.filter((p) => p.kind === "province" && p.countryId === "CN");
    expect(provinces.map((p) => p.id.slice(3)).join(" ")).toBe(
      "AH BJ CQ FJ GD GS GX GZ HA HB HE HI HK HL HN JL JS JX LN MO NM NX QH SC SD SH SN SX TJ TW XJ XZ YN ZJ",
    );
    expect(provinces.filter((p) => !(p.nameEn && p.nameKo && p.nameZh))).toEqual([]);
    expect(place("CN-SD")).toMatchObject({
      nameEn: "Shandong",
      nameKo: "산둥 성",
      nameZh: "山东省",
    });
    expect(place("CN-SN")).toMatchObject({
      nameEn: "Shaanxi",
      nameKo: "산시 성",
      nameZh: "陕西省",
    });
    expect(namesOf("CN-JL")).toEqual(
      expect.arrayContaining(["지린 성", "지린성", "길림성", "吉林"]),
    );
  });

  it("romanises the provinces of North Korea as reports do, with the ISO form as an alias", () => {
    const provinces = places.filter((p) => p.kind === "province" && p.countryId === "KP");
    expect(Object.fromEntries(provinces.map((p) => [p.id, p.nameEn]))).toEqual({
      "KP-01": "Pyongyang",
      "KP-02": "South Pyongan",
      "KP-03": "North Pyongan",
      "KP-04": "Jagang",
      "KP-05": "South Hwanghae",
      "KP-06": "North Hwanghae",
      "KP-07": "Kangwon",
      "KP-08": "South Hamgyong",
      "KP-09": "North Hamgyong",
      "KP-10": "Ryanggang",
      "KP-13": "Rason",
      "KP-14": "Nampo",
      "KP-15": "Kaesong",
    });
    expect(namesOf("KP-09")).toEqual(
      expect.arrayContaining(["함경북도", "함북", "Hamgyŏng-bukto"]),
    );
    expect(provinces.filter((p) => !(p.nameKo && p.nameZh))).toEqual([]);
  });

  it("finds Tumen by each of its names", () => {
    expect(namesOf("CN-JL/tumen")).toEqual(
      expect.arrayContaining(["Tumen", "Tunmen", "图们", "투먼", "도문"]),
    );
    expect(place("CN-JL/tumen").nameKo).toBe("투먼");
  });

  it("takes a bracket for a county or for a second name as the place has it", () => {
    expect(place("CN-JL/nanping")).toMatchObject({ nameEn: "Nanping", provinceId: "CN-JL" });
    expect(namesOf("CN-JL/nanping")).not.toContain("Helong");
    expect(place("CN-JL/nanping").note).toContain("not Nanping in Fujian");
    expect(namesOf("KP-13/rason")).toContain("Rajin");
  });

  it("finds a traditional Chinese name by its simplified form", () => {
    expect(place("MM-16")).toMatchObject({ nameEn: "Rakhine", nameZh: "若開邦" });
    expect(place("MM-16").aliases).toContain("若开邦");
  });

  it("leaves no alias that is empty, repeated or a main name", () => {
    for (const { id, nameEn, nameKo, nameZh, aliases } of places) {
      const all = aliases.map((alias) => alias.toLowerCase());
      expect(new Set(all).size, id).toBe(all.length);
      for (const main of [nameEn, nameKo, nameZh]) {
        expect(main !== null && all.includes(main.toLowerCase()), id).toBe(false);
      }
      expect(all, id).not.toContain("");
    }
  });

  it("leaves nothing in a name that a database or a page would choke on", () => {
    for (const { id, nameEn, nameKo, nameZh, aliases } of places) {
      for (const name of [nameEn, nameKo, nameZh, ...aliases]) {
        if (name === null) continue;
        expect(name, id).not.toMatch(/\p{C}|[²³†]/u);
        expect([name.trim(), name.normalize("NFC")], id).toEqual([name, name]);
        expect(name, id).not.toBe("");
      }
    }
  });
});

describe("where places are", () => {
  it("has a latitude only with a longitude, both in bounds", () => {
    for (const { id, lat, lon } of places) {
      expect(lat === null, id).toBe(lon === null);
      expect(Math.abs(lat ?? 0), id).toBeLessThanOrEqual(90);
      expect(Math.abs(lon ?? 0), id).toBeLessThanOrEqual(180);
    }
  });

  it("says honestly how precise a place is", () => {
    expect(place("CN").wherePrecision).toBe(6);
    expect(place("CN-YN").wherePrecision).toBe(4);
    expect(place("CN-JL/tumen")).toMatchObject({ wherePrecision: 1, origin: "geonames" });
    expect(place("CN-SD/huangdao")).toMatchObject({ wherePrecision: 2, origin: "project" });
    expect(place("MM-06/kawhmu-township")).toMatchObject({ wherePrecision: 3, lat: null });
    expect(place("KP-09/saebyol")).toMatchObject({ wherePrecision: null, lat: null });
  });

  it("claims the exact site of no facility", () => {
    const facilities = places.filter((p) => p.kind === "facility");
    expect(new Set(facilities.map((p) => p.wherePrecision))).toEqual(new Set([2, null]));
    for (const p of facilities) expect(p.wherePrecision === null, p.id).toBe(p.lat === null);
    const tumen = place("CN-JL/tumen/tumen-border-detention-center");
    expect(tumen).toMatchObject({ parentId: "CN-JL/tumen", facilityKind: "border_facility" });
    expect(tumen.note).toContain("town centre (GeoNames), not the site");
  });

  it("puts a crossing under the town on its first-named side and keeps both sides in the note", () => {
    const crossings = places.filter((p) => p.facilityKind === "border_crossing");
    expect(crossings).toHaveLength(14);
    for (const crossing of crossings) expect(crossing.note, crossing.id).toMatch(/^Between /);
    expect(place("CN-LN/dandong/dandong-sinuiju").note).toMatch(/^Between CN-LN and KP-03\. /);
    expect(place("PK-BA/chaman/chaman-spin-boldak").parentId).toBe("PK-BA/chaman");
    expect(place("AF-HER/islam-qala/islam-qala-crossing").note).toMatch(/^Between IR and AF\. /);
  });

  it("gives a facility kind to facilities alone, from the known codes", () => {
    const codes =
      "police_station detention_centre border_facility prison labour_camp immigration_centre military_base transit_centre airport school security_agency border_crossing other unknown".split(
        " ",
      );
    for (const { id, kind, facilityKind } of places) {
      if (kind === "facility") expect(codes, id).toContain(facilityKind);
      else expect(facilityKind, id).toBeNull();
    }
  });

  it.each([
    "CN-SD/huangdao",
    "MM-16/maungdaw",
    "LA-VT/vientiane",
    "AF-KAN/spin-boldak",
    "PK-KP/torkham",
    "AF-NAN/torkham",
    "AF-HER/islam-qala",
    "AF-NIM/zaranj",
    "CN-JL/nanping",
    "CN-JL/changbai",
    "CN-JL/hunchun",
    "CN-JL/jilin-city",
    "CN-LN/dandong",
    "CN-LN/shenyang",
    "CN-HE/qinhuangdao",
    "CN-YN/kunming",
    "CN-SD/qingdao",
    "TH-10/bangkok",
  ])("has the town %s", (id) => {
    expect(place(id).kind).toBe("locality");
  });
});

describe("files that contradict each other", () => {
  const copyWith = (file: string, content: string) => {
    const directory = mkdtempSync(join(tmpdir(), "gazetteer-"));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    cpSync(import.meta.dirname, directory, { recursive: true });
    writeFileSync(join(directory, file), content);
    return directory;
  };
  const localityHeader =
    "iso_3166_2,country,name_en,name_ko,name_zh,lat,lon,where_precision,note\n";

  it("refuses a correction of a place that is missing", () => {
    const directory = copyWith("corrections.json", '[{"id":"CN-JL/atlantis","reason":"none"}]');
    expect(() => readGazetteer(directory)).toThrow("corrects CN-JL/atlantis");
  });

  it("refuses a place twice", () => {
    const directory = copyWith("localities-added.csv", `${localityHeader}CN-JL,CN,Tumen,,,,,,\n`);
    expect(() => readGazetteer(directory)).toThrow("CN-JL/tumen twice");
  });

  it("refuses a place in a province that is missing", () => {
    const directory = copyWith("localities-added.csv", `${localityHeader}CN-QQ,CN,Nowhere,,,,,,\n`);
    expect(() => readGazetteer(directory)).toThrow("not its parent CN-QQ");
  });

  it("refuses a coordinate that is no number and a precision that is no code", () => {
    const north = copyWith("localities-added.csv", `${localityHeader}CN-JL,CN,X,,,north,1,,\n`);
    expect(() => readGazetteer(north)).toThrow("Not a coordinate in the gazetteer: north");
    const nine = copyWith("localities-added.csv", `${localityHeader}CN-JL,CN,X,,,,,9,\n`);
    expect(() => readGazetteer(nine)).toThrow("Not a where_precision in the gazetteer: 9");
  });
});
