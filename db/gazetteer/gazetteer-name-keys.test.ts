import { expect, it } from "vitest";
import { findPersonalData } from "../../domain/personal-data/find-personal-data";
import { gazetteerNameKeys } from "./gazetteer-name-keys";
import { readGazetteer } from "./read-gazetteer";

const notNames = gazetteerNameKeys();

it("holds the names of places in every script, without marks and hyphens", () => {
  for (const key of ["tumen", "图们", "투먼", "sinuiju", "ho chi minh city", "cao bang"]) {
    expect([key, notNames.has(key)]).toEqual([key, true]);
  }
});

it("keeps the personal-data guard from taking places for people, but for a few compound names", () => {
  const names = readGazetteer().flatMap(({ nameEn, nameKo, nameZh, aliases }) =>
    [nameEn, nameKo, nameZh, ...aliases].filter((name) => name !== null),
  );
  const text = names.map((name) => `Police in ${name} (12) held 3.`).join("\n");
  const taken = (options: { notNames?: ReadonlySet<string> }) =>
    findPersonalData(text, options).map((mark) => mark.text);
  expect(names.length).toBeGreaterThan(15_000);
  expect(taken({}).length).toBeGreaterThan(400);
  expect(taken({ notNames }).length).toBeLessThanOrEqual(25);
});
