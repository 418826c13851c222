import type { Happening, Introduction, Remark } from "./happening";
import type { ArticlePeople } from "./write-drafts";

/** An article as the reader of one language takes it in: what its sentences say, and whom it is about. */
export type ArticleReading = {
  readings: (Happening | Remark | Introduction)[];
  people: ArticlePeople;
};
