import { describe, expect, it } from "vitest";
import { emptyIncidentFilter } from "../../domain/incident-filter";
import { parseIncidentRequest } from "../../domain/incident-request";
import {
  besideColumns,
  besideFilter,
  besideSelection,
  columnMoves,
  csvAddress,
  feedAddress,
  filterAddress,
  listAddress,
  sortAddresses,
} from "./addresses";

function asked(query: string) {
  return parseIncidentRequest(new URLSearchParams(query)).request;
}

describe("the links of the list of incidents", () => {
  it("lead to the plain list when nothing is asked", () => {
    expect(listAddress(asked(""))).toBe("/incidents");
  });

  it("keep order, size and columns and begin at the first page when the filter changes", () => {
    const request = asked("province=CN-YN&sort=title&page=3&size=50&columns=title,date");
    expect(filterAddress(request, emptyIncidentFilter())).toBe(
      "/incidents?sort=title&size=50&columns=title%2Cdate",
    );
  });

  it("sort by another column from its better end, by the same one the other way round", () => {
    const links = sortAddresses(asked("province=CN-YN&page=2"));
    expect(links.title).toBe("/incidents?province=CN-YN&sort=title");
    expect(links.people).toBe("/incidents?province=CN-YN&sort=-people");
    expect(links.date).toBe("/incidents?province=CN-YN&sort=date");
    expect(sortAddresses(asked("sort=date")).date).toBe("/incidents");
  });

  it("move a column one place, but not beyond the ends", () => {
    const moves = columnMoves(asked("columns=reference,title,date&page=2"));
    expect(moves).toEqual({
      reference: {
        earlier: null,
        later: "/incidents?page=2&columns=title%2Creference%2Cdate",
      },
      title: {
        earlier: "/incidents?page=2&columns=title%2Creference%2Cdate",
        later: "/incidents?page=2&columns=reference%2Cdate%2Ctitle",
      },
      date: { earlier: "/incidents?page=2&columns=reference%2Cdate%2Ctitle", later: null },
    });
  });
});

describe("the export links", () => {
  it("carry filter, order and columns, without page and size", () => {
    const request = asked(
      "province=CN-YN&from=2014&sort=title&page=2&size=100&columns=date,review",
    );
    expect(csvAddress(request, false)).toBe(
      "/incidents.csv?province=CN-YN&from=2014-01-01&sort=title" +
        "&columns=date_text%2Cdate_earliest%2Cdate_latest%2Cdate_kind%2Cdate_precision%2Cdate_edtf%2Creview_status",
    );
  });

  it("mark the file for Excel", () => {
    expect(csvAddress(asked(""), false)).toBe("/incidents.csv");
    expect(csvAddress(asked(""), true)).toBe("/incidents.csv?bom=1");
  });
});

describe("what the forms carry along", () => {
  const request = asked(
    "q=Tumen&type=arrest&type=transfer&sort=title&page=2&size=50&columns=title",
  );

  it("is order, size and columns beside the filter", () => {
    expect(besideFilter(request)).toEqual([
      ["sort", "title"],
      ["size", "50"],
      ["columns", "title"],
    ]);
  });

  it("is filter and size beside the columns", () => {
    expect(besideColumns(request)).toEqual([
      ["q", "Tumen"],
      ["type", "arrest"],
      ["type", "transfer"],
      ["size", "50"],
    ]);
  });

  it("lead to the feed of the filter alone", () => {
    expect(feedAddress(asked("type=arrest&sort=title&page=2"))).toBe("/incidents.atom?type=arrest");
  });

  it("carry order and columns along with what is selected, and no more", () => {
    const request = asked("province=CN-YN&review=draft&sort=title&page=3&columns=title,date");
    expect(besideSelection(request)).toEqual([
      ["sort", "title"],
      ["columns", "title,date"],
    ]);
  });

  it("find what is selected whatever its review status where that may be retracted", () => {
    expect(besideSelection(asked("review=retracted&review=draft"))).toEqual(
      ["draft", "in_review", "verified", "disputed", "retracted"].map((code) => ["review", code]),
    );
  });
});
