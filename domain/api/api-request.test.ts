import { expect, it } from "vitest";
import { DEFAULT_SORT } from "../incident-sort";
import { type ApiParameter, parseApiRequest } from "./api-request";

const ALL: ApiParameter[] = ["sort", "limit", "cursor"];
const read = (query: string, known = ALL) => parseApiRequest(new URLSearchParams(query), known);
const issues = (query: string, known?: ApiParameter[]) =>
  read(query, known).issues.map(({ path, code }) => `${path} ${code}`);

it("reads filter, order, limit and cursor", () => {
  const { request, issues } = read("province=cn-yn&sort=title&limit=100&cursor=abc");
  expect(issues).toEqual([]);
  expect(request).toMatchObject({
    filter: { province: ["CN-YN"] },
    sort: { key: "title", descending: false },
    limit: 100,
    cursor: "abc",
  });
  expect(read("").request).toMatchObject({ sort: DEFAULT_SORT, limit: 25, cursor: null });
});

it("takes as many as one answer may hold, and no more", () => {
  for (const limit of ["0", "101", "-1", "1.5", "many", "1e1"])
    expect(issues(`limit=${limit}`)).toEqual(["limit limit.not_a_limit"]);
  expect(issues("limit=1&limit=2")).toEqual(["limit limit.not_a_limit"]);
  expect(issues("limit=1")).toEqual([]);
});

it("ignores nothing silently", () => {
  expect(issues("page=1&size=25&columns=title&bom=1&colour=red")).toEqual([
    "colour filter.unknown_parameter",
    "page filter.unknown_parameter",
    "size filter.unknown_parameter",
    "columns filter.unknown_parameter",
    "bom filter.unknown_parameter",
  ]);
  expect(issues("sort=title&limit=2", [])).toEqual([
    "limit filter.unknown_parameter",
    "sort filter.unknown_parameter",
  ]);
  expect(issues("cursor=a&cursor=b")).toEqual(["cursor cursor.repeated"]);
});
