import { gazetteerNameKeys } from "./gazetteer-name-keys";

let names: ReadonlySet<string> | undefined;

/** As `gazetteerNameKeys`, read at the first call and then kept. */
export function knownPlaceNames(): ReadonlySet<string> {
  names ??= gazetteerNameKeys();
  return names;
}
