import { z } from "zod";
import { MAX_VALUES } from "../../../domain/filter-field";
import { readReference } from "../../../domain/reference";

/** The references of selected incidents as a form sends them, with a space between. Issues: `selection.none`, `value.too_many`. */
export const selectedReferences = z
  .string()
  .transform((text) => text.split(/\s+/).flatMap((one) => readReference("INC", one) ?? []))
  .pipe(
    z
      .array(z.string())
      .max(MAX_VALUES)
      .refine((refs) => refs.length > 0, { params: { code: "selection.none" } }),
  );
