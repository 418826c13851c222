import type { Source } from "./source";

/** A source that is added together with the claims that cite it: they, and `derivedFrom`, name it by `key`. */
export type NewSource = { key: string; source: Source };

/** What a table may say of a source beside what tells it apart. */
export const SOURCE_DETAILS = ["published", "kind", "language", "reliability", "access"] as const;
export type SourceDetail = (typeof SOURCE_DETAILS)[number];
