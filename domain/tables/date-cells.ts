import { toEdtf } from "../edtf";
import type { PartialDate } from "../partial-date";
import type { Cells } from "./table-column";

/** A date as the cells of its columns; no date is all empty. `prefix`: "date" or "published". */
export function dateCells(prefix: string, date: PartialDate | null): Cells {
  return {
    [`${prefix}_text`]: date?.text ?? "",
    [`${prefix}_earliest`]: date?.earliest ?? null,
    [`${prefix}_latest`]: date?.latest ?? null,
    [`${prefix}_kind`]: date?.kind ?? null,
    [`${prefix}_basis`]: date?.basis ?? null,
    [`${prefix}_precision`]: date?.precision ?? null,
    [`${prefix}_edtf`]: (date && toEdtf(date)) || null,
  };
}
