/** Why two incidents may be the same case; each is one sentence on the page. `url`: they cite the same report. */
export const SIMILAR_BECAUSE = ["date", "place", "count", "url", "words"] as const;
export type SimilarBecause = (typeof SIMILAR_BECAUSE)[number];

/** An incident that may be the same case. `score`: 0.5..1, the higher the liker. */
export type SimilarIncident = {
  ref: string;
  title: string;
  score: number;
  because: SimilarBecause[];
};
