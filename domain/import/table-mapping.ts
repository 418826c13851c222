import { z } from "zod";

const cell = z.string().max(10_000);
const name = z.string().max(100);

/** In which order a file writes the parts of a date like 03/04/2011; null while nobody has said and it matters. */
export const DATE_ORDERS = ["day_month_year", "month_day_year", "year_month_day"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Cells that say nothing is known, in the languages a table is likely to be in; compared without regard to case. */
export const DEFAULT_MISSING = [
  "NA",
  "N/A",
  "NaN",
  "null",
  "-",
  "–",
  "—",
  "?",
  "unknown",
  "not known",
  "미상",
  "불명",
  "不详",
  "未知",
  "неизвестно",
] as const;

/**
 * How a foreign table is read.
 * `columns`: by header, the field its cells go to, null = kept as they are with the record; `separator` parts several
 * values in a cell, "" = a cell is one value. `values`: by field, what a cell means: a code, the id of a place, or ""
 * where it means nothing the field can hold. `missing`: cells that mean nothing is known, besides empty ones.
 * `defaults`: by field, what a row has that has no such column, or nothing in it; that of `title` may name columns as
 * `{header}`. `guarded`: the file was written by this program, with an apostrophe before what may be a formula.
 */
export const tableMappingSchema = z.object({
  columns: z
    .array(
      z.object({
        header: cell,
        field: name.nullable(),
        separator: z.string().max(5).default(""),
      }),
    )
    .max(1_000),
  values: z.record(name, z.record(cell, z.string().max(200))).default({}),
  missing: z
    .array(z.string().max(200))
    .max(50)
    .default([...DEFAULT_MISSING]),
  defaults: z.record(name, cell).default({}),
  dateOrder: z.enum(DATE_ORDERS).nullable().default(null),
  guarded: z.boolean().default(false),
});
export type TableMapping = z.infer<typeof tableMappingSchema>;
