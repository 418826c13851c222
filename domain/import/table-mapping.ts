import { z } from "zod";

const cell = z.string().max(10_000);

/** In which order a file writes the parts of a date like 03/04/2011; null while nobody has said and it matters. */
export const DATE_ORDERS = ["day_month_year", "month_day_year", "year_month_day"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/**
 * How a foreign table is read. `columns`: for each column in the file's order, the field its cells go to, null = kept
 * as it is with the record. `values`: by field, what a cell means (a code, or the id of a place). `missing`: cells that
 * mean nothing is known. `defaults`: by field, what a record has whose file has no such column or an empty cell.
 */
export const tableMappingSchema = z.object({
  columns: z.array(z.object({ header: cell, field: z.string().max(100).nullable() })).max(1_000),
  values: z.record(z.string().max(100), z.record(cell, z.string().max(200))),
  missing: z.array(z.string().max(200)).max(50),
  defaults: z.record(z.string().max(100), cell),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
});
export type TableMapping = z.infer<typeof tableMappingSchema>;
