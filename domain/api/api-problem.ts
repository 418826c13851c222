import { z } from "zod";

/** Why a request is not answered. */
export const PROBLEM_CODES = [
  "invalid_input",
  "sign_in",
  "not_allowed",
  "full_export",
  "not_found",
  "retracted",
  "too_many_requests",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** The one form of every refusal: a problem of RFC 9457. */
export const apiProblemSchema = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    code: z.enum(PROBLEM_CODES),
    detail: z.string().optional(),
    issues: z
      .array(
        z.object({
          path: z.string().meta({ description: "The parameter." }),
          code: z.string(),
          message: z.string().meta({ description: "What was wrong and what is allowed." }),
          value: z.string().nullable().meta({ description: "What was sent, shortened." }),
        }),
      )
      .meta({ description: "All that is wrong with the request, never only the first." }),
  })
  .meta({ id: "Problem", description: "Why a request is not answered." });
export type ApiProblem = z.infer<typeof apiProblemSchema>;
