import { MAX_COUNT } from "../count-range";
import type { TableColumn } from "./table-column";

/** The incident that a row belongs to, and where the row stands among those of its kind there. */
export function ofIncident(what: string): TableColumn[] {
  return [
    {
      name: "incident",
      type: "text",
      form: "incident",
      required: true,
      says: `The reference of the incident that the ${what} belongs to.`,
    },
    position(what),
  ];
}

/** Where a row stands in its list; an import puts rows into this order. */
function position(what: string): TableColumn {
  return {
    name: "position",
    type: "whole",
    nullable: true,
    min: 1,
    says: `Where the ${what} stands in the order the editors chose, from 1.`,
  };
}

/** A date as six columns and, to be read by people, as one. `prefix`: "date" or "published"; `of`: what it dates. */
export function dateColumns(prefix: string, of: string): TableColumn[] {
  return [
    {
      name: `${prefix}_text`,
      type: "text",
      maxLength: 500,
      says: `The words in which a source or an editor gave the date of ${of}.`,
    },
    {
      name: `${prefix}_earliest`,
      type: "day",
      nullable: true,
      says: `The first day that ${of} may be of; empty: open towards the past.`,
    },
    {
      name: `${prefix}_latest`,
      type: "day",
      nullable: true,
      says: `The last day that ${of} may be of; empty: open towards the future.`,
    },
    {
      name: `${prefix}_kind`,
      type: "text",
      nullable: true,
      vocabulary: "dateKind",
      says: `Whether ${of} is of one moment between the two days or lasted; empty: there is no date.`,
    },
    {
      name: `${prefix}_basis`,
      type: "text",
      nullable: true,
      vocabulary: "dateBasis",
      says: `Where the days come from; empty: there is no date.`,
    },
    {
      name: `${prefix}_precision`,
      type: "whole",
      nullable: true,
      vocabulary: "datePrecision",
      notRead: "checked",
      says: "How wide the two days are apart; worked out from them.",
    },
    {
      name: `${prefix}_edtf`,
      type: "edtf",
      nullable: true,
      notRead: "checked",
      says: "The date as Extended Date/Time Format (ISO 8601-2, level 1); worked out from the columns before it.",
    },
  ];
}

/** A count as its three bounds. `of`: what is counted, in the plural. */
export function countColumns(of: string): TableColumn[] {
  const bound = (name: string, says: string): TableColumn => ({
    name,
    type: "whole",
    nullable: true,
    min: 0,
    max: MAX_COUNT,
    unit: "people or families, as the group's unit says",
    says,
  });
  return [
    bound("low", `The least number of ${of}; empty: not known, which is not zero.`),
    bound("best", `The most likely number of ${of}; empty: not known.`),
    bound("high", `The largest number of ${of}; empty: not known.`),
  ];
}

/** What the claims make of a group's count. */
export function currentCount(): TableColumn[] {
  const bound = (name: string, says: string): TableColumn => ({
    name,
    type: "whole",
    nullable: true,
    unit: "people or families, as the group's unit says",
    notRead: "told",
    says,
  });
  return [
    bound("current_low", "The least that the group can be, worked out from the claims."),
    bound("current_best", "The figure that is most likely true, worked out from the claims."),
    bound("current_high", "The most that the group can be, worked out from the claims."),
  ];
}
