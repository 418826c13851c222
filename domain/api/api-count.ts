import { z } from "zod";

const bound = z.int().nonnegative().nullable();

/** A count as machines get it, which is as the ledger has it. */
export const apiCountSchema = z.object({ low: bound, best: bound, high: bound }).meta({
  id: "Count",
  description:
    "How many, as far as it is known: at least `low`, at most `high`, most likely `best`; null: not known, which is never zero.",
  example: { low: 20, best: 29, high: 29 },
});
