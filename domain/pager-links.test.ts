import { expect, it } from "vitest";
import { pageHref, pagerLinks } from "./pager-links";

const href = ({ page, size }: { page: number; size: number }) => `p${page} of ${size}`;
const links = (page: number, size: 25 | 50 | 100, total: number) =>
  pagerLinks({ page, size }, total, href);

it("a page in the middle leads both ways", () => {
  expect(links(2, 25, 60)).toEqual({
    from: 26,
    to: 50,
    total: 60,
    hrefs: { first: "p1 of 25", previous: "p1 of 25", next: "p3 of 25", last: "p3 of 25" },
    sizes: [
      { size: 25, href: "p2 of 25", current: true },
      { size: 50, href: "p1 of 50", current: false },
      { size: 100, href: "p1 of 100", current: false },
    ],
  });
});

it("the last page ends where the rows end", () => {
  const { from, to, hrefs } = links(3, 25, 60);
  expect([from, to]).toEqual([51, 60]);
  expect(hrefs).toMatchObject({ previous: "p2 of 25", next: null, last: null });
});

it("a full last page has no page after it", () => {
  expect(links(2, 25, 50).hrefs).toMatchObject({ next: null, last: null });
});

it("nothing is one page without rows", () => {
  expect(links(1, 25, 0)).toMatchObject({
    from: 0,
    to: 0,
    hrefs: { first: null, previous: null, next: null, last: null },
  });
});

it("from behind the last page the way back is the last one", () => {
  expect(links(999, 25, 60)).toMatchObject({
    hrefs: { first: "p1 of 25", previous: "p3 of 25", next: null, last: null },
  });
  expect(links(999, 25, 60).sizes[1]!.href).toBe("p2 of 50");
});

it("the address of the first page of the usual size is the bare one", () => {
  expect(pageHref("/sources/SRC-5T8VNK", { page: 1, size: 25 })).toBe("/sources/SRC-5T8VNK");
  expect(pageHref("/sources/SRC-5T8VNK", { page: 2, size: 100 })).toBe(
    "/sources/SRC-5T8VNK?page=2&size=100",
  );
});
