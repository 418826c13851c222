import { z } from "zod";

/** How many incidents an answer is about. */
export const apiFoundSchema = z
  .object({
    total: z.int().meta({ description: "Incidents that the filter finds." }),
    certain: z.int().meta({ description: "Those whose dates certainly lie in the range." }),
    possible: z.int().meta({ description: "Those whose dates may; without a range, all." }),
    undated: z.int().meta({ description: "Left out only because their date is unknown." }),
  })
  .meta({
    id: "Found",
    description: "Incidents that the filter finds, by either reading of dates.",
  });

/** One page of a list of things of one kind. */
export function apiPageSchema<T extends z.ZodType>(item: T, name: string) {
  return z
    .object({
      data: z.array(item),
      incidents: apiFoundSchema,
      next: z.string().nullable().meta({
        description:
          "Path and query of the next page; null on the last. Only null ends a list: a page may hold fewer than `limit`.",
      }),
      cursor: z.string().nullable().meta({ description: "The `cursor` of the next page." }),
    })
    .meta({ id: `${name}Page`, description: `One page of ${name.toLowerCase()}s.` });
}
