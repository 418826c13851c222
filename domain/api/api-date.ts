import { z } from "zod";
import { toEdtf } from "../edtf";
import type { PartialDate } from "../partial-date";
import { DATE_BASES, DATE_KINDS } from "../vocabulary";

/** A date as machines get it: its six parts, and EDTF beside them. */
export const apiDateSchema = z
  .object({
    text: z.string().meta({ description: "The words of the source or of whoever wrote it down." }),
    earliest: z.iso.date().nullable().meta({ description: "First day, inclusive; null: open." }),
    latest: z.iso.date().nullable().meta({ description: "Last day, inclusive; null: open." }),
    kind: z.enum(DATE_KINDS).meta({
      description:
        "`within`: one moment in there; `span`: it lasted from the first day to the last.",
    }),
    basis: z.enum(DATE_BASES).meta({
      description:
        "`derived`: reckoned from a publication date; `estimated`: the source itself is not sure.",
    }),
    precision: z.literal([1, 2, 3, 4, 5]).nullable().meta({
      description:
        "UCDP date_prec: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 wider.",
    }),
    edtf: z.string().meta({
      description:
        "EDTF level 1. `within` over more days than one month or year reads there as an interval: the six parts are what counts.",
    }),
  })
  .meta({
    id: "Date",
    description: "When something happened, as far as it is known. Calendar days without time zone.",
    example: {
      text: "between 15 and 17 July",
      earliest: "2014-07-15",
      latest: "2014-07-17",
      kind: "span",
      basis: "stated",
      precision: 2,
      edtf: "2014-07-15/2014-07-17",
    },
  });
export type ApiDate = z.infer<typeof apiDateSchema>;

export function toApiDate(date: PartialDate | null): ApiDate | null {
  if (date === null) return null;
  const { text, earliest, latest, kind, basis, precision } = date;
  return { text, earliest, latest, kind, basis, precision, edtf: toEdtf(date) };
}
