import { describe, expect, it } from "vitest";
import { emptyIncidentFilter } from "./incident-filter";
import { laneFilter, laneRows } from "./timeline-lanes";

const counts = (...perLane: number[]) => ({ perLane, inWindow: perLane });

describe("the lanes of a timeline", () => {
  it("are one where none are told apart", () => {
    expect(laneRows("none", [], counts(7))).toEqual({ rows: [{ key: "", codes: [] }], rowOf: [0] });
  });

  it("are the most incidents first, what is not known last", () => {
    expect(laneRows("province", ["CN-JL", "CN-SD", "CN-YN"], counts(4, 9, 4, 2))).toEqual({
      rows: [
        { key: "CN-SD", codes: ["CN-SD"] },
        { key: "CN-JL", codes: ["CN-JL"] },
        { key: "CN-YN", codes: ["CN-YN"] },
        { key: "not_known", codes: [] },
      ],
      rowOf: [1, 0, 2, 3],
    });
  });

  it("have none for what is not known where everything is", () => {
    expect(laneRows("nationality", ["KP"], counts(4, 0)).rowOf).toEqual([0, -1]);
  });

  it("are only those with anything in the window, in the order of all there is", () => {
    const perLane = [4, 9, 5, 2];
    const inWindow = [1, 0, 1, 0];
    expect(laneRows("province", ["CN-JL", "CN-SD", "CN-YN"], { perLane, inWindow })).toEqual({
      rows: [
        { key: "CN-YN", codes: ["CN-YN"] },
        { key: "CN-JL", codes: ["CN-JL"] },
      ],
      rowOf: [1, -1, 0, -1],
    });
  });

  it("are the statuses by severity, all of them", () => {
    const { rows } = laneRows(
      "status",
      ["held", "died", "unknown", "released"],
      counts(9, 1, 3, 2, 0),
    );
    expect(rows.map(({ key }) => key)).toEqual(["died", "held", "released", "unknown"]);
  });

  it("are one for all the smaller ones beyond ten", () => {
    const codes = "ABCDEFGHIJKL".split("");
    const { rows, rowOf } = laneRows(
      "nationality",
      codes,
      counts(...codes.map((_, at) => 20 - at), 0),
    );
    expect(rows).toHaveLength(10);
    expect(rows[9]).toEqual({ key: "others", codes: ["J", "K", "L"] });
    expect(rowOf.slice(8)).toEqual([8, 9, 9, 9, -1]);
  });
});

describe("the filter of a lane", () => {
  const filter = emptyIncidentFilter();
  it("asks for its codes", () => {
    const others = { key: "others", codes: ["CN-JL", "CN-SD"] };
    expect(laneFilter(filter, "province", others)?.province).toEqual(["CN-JL", "CN-SD"]);
    expect(laneFilter(filter, "none", { key: "", codes: [] })).toEqual(filter);
  });

  it("is none where no filter can say it", () => {
    expect(laneFilter(filter, "province", { key: "not_known", codes: [] })).toBeNull();
    const many = Array.from({ length: 101 }, (_, n) => `CN-${n}`);
    expect(laneFilter(filter, "province", { key: "others", codes: many })).toBeNull();
  });
});
