/** Where a name stands beside its point, in units of the drawing; the text begins or ends at x. */
export type PlacedLabel = { x: number; y: number; anchor: "start" | "end" };

type Point = { x: number; y: number; name: string };
type Box = { left: number; right: number; top: number; bottom: number };

/** Height of a line, and about how wide a letter is. */
const LINE = 32;
const LETTER = 18;
const BESIDE = 14;

/**
 * Names beside their points so that none covers another, a point, or the edge: right of it, else left, below, above.
 * Null where there is no room: it is then not written. The first points have the first choice.
 */
export function placeLabels(
  points: readonly Point[],
  width: number,
  height: number,
): (PlacedLabel | null)[] {
  const taken: Box[] = points.map(({ x, y }) => ({
    left: x - 8,
    right: x + 8,
    top: y - 8,
    bottom: y + 8,
  }));
  return points.map(({ x, y, name }) => {
    if (name === "") return null;
    const size = name.length * LETTER;
    const choices: PlacedLabel[] = [
      { x: x + BESIDE, y: y + 9, anchor: "start" },
      { x: x - BESIDE, y: y + 9, anchor: "end" },
      { x: x - 8, y: y + BESIDE + LINE - 6, anchor: "start" },
      { x: x - 8, y: y - BESIDE, anchor: "start" },
    ];
    for (const label of choices) {
      const box = boxOf(label, size);
      const isInside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      if (!isInside || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return label;
    }
    return null;
  });
}

function boxOf({ x, y, anchor }: PlacedLabel, size: number): Box {
  const left = anchor === "start" ? x : x - size;
  return { left, right: left + size, top: y - LINE + 8, bottom: y + 8 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
