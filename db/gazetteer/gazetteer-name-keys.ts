import { nameKey } from "../../domain/personal-data/name-key";
import { readGazetteer } from "./read-gazetteer";

/**
 * Every name of every place of the gazetteer in `directory`, in all its scripts, as the personal-data guard
 * compares names: its `notNames`. About 20,000; read once and kept by the caller.
 */
export function gazetteerNameKeys(directory?: string): ReadonlySet<string> {
  const names = readGazetteer(directory).flatMap(({ nameEn, nameKo, nameZh, aliases }) => [
    nameEn,
    nameKo,
    nameZh,
    ...aliases,
  ]);
  return new Set(names.flatMap((name) => (name ? [nameKey(name)] : [])));
}
