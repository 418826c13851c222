import type { Source } from "./source";

/** A source that is added together with the claims that cite it: they, and `derivedFrom`, name it by `key`. */
export type NewSource = { key: string; source: Source };
