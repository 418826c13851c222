import type { LinkType } from "../vocabulary";
import type { Cells, DataTable } from "./table-column";

const incident = (name: string, says: string) =>
  ({ name, type: "text", form: "incident", required: true, says }) as const;

export const LINKS_TABLE = {
  name: "links",
  title: "Links",
  says: "One row for each link from one incident to another, where both were given out.",
  columns: [
    incident("from", "The reference of the incident that the link begins at."),
    incident("to", "The reference of the incident that it leads to."),
    {
      name: "type",
      type: "text",
      required: true,
      vocabulary: "linkType",
      says: "How the first stands to the other.",
    },
    { name: "note", type: "text", maxLength: 1_000, says: "Why they are linked." },
  ],
  primaryKey: ["from", "to", "type"],
  foreignKeys: [
    { columns: ["from"], table: "incidents", references: ["reference"] },
    { columns: ["to"], table: "incidents", references: ["reference"] },
  ],
} as const satisfies DataTable;

export const NOT_SAME_TABLE = {
  name: "not_same",
  title: "Not the same",
  says: "One row for each two incidents that were taken for one and are not, where both were given out.",
  columns: [
    incident("first", "The reference of one of the two."),
    incident("second", "The reference of the other."),
    { name: "reason", type: "text", maxLength: 1_000, says: "Why they are not the same." },
  ],
  primaryKey: ["first", "second"],
  foreignKeys: [
    { columns: ["first"], table: "incidents", references: ["reference"] },
    { columns: ["second"], table: "incidents", references: ["reference"] },
  ],
} as const satisfies DataTable;

/** `from` and `to` are references. */
export type LinkRecord = { from: string; to: string; type: LinkType; note: string };
/** `first` and `second` are references, in either order. */
export type NotSameRecord = { first: string; second: string; reason: string };

export const linkCells = ({ from, to, type, note }: LinkRecord): Cells => ({
  from,
  to,
  type,
  note,
});
export const notSameCells = ({ first, second, reason }: NotSameRecord): Cells => ({
  first,
  second,
  reason,
});
