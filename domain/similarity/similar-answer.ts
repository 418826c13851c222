/**
 * What a person says an incident is that looks like the one they log. `same`: the same case, to be merged; `related`:
 * another that has to do with it; `not_same`: another.
 */
export const SIMILAR_ANSWERS = ["same", "related", "not_same"] as const;
export type SimilarAnswerKind = (typeof SIMILAR_ANSWERS)[number];

/** `reason`: why they are two; asked for with `not_same` alone. */
export type SimilarAnswer = { ref: string; is: SimilarAnswerKind; reason: string };

// With a sign that no field of the form itself has.
export const ANSWER_FIELD = "similar:";
export const ANSWER_REASON_FIELD = "similar-reason:";

/** The answers among the fields that a form sent; what is none is passed over. */
export function readSimilarAnswers(
  fields: Iterable<[name: string, value: unknown]>,
): SimilarAnswer[] {
  const sent = new Map(fields);
  return [...sent].flatMap(([name, value]): SimilarAnswer[] => {
    if (!name.startsWith(ANSWER_FIELD)) return [];
    const ref = name.slice(ANSWER_FIELD.length);
    const is = SIMILAR_ANSWERS.find((one) => one === value);
    const reason = sent.get(ANSWER_REASON_FIELD + ref);
    return is ? [{ ref, is, reason: typeof reason === "string" ? reason : "" }] : [];
  });
}
