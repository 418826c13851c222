export type MapPoint = { x: number; y: number };

/**
 * An arrow as two paths, its line and its head, and the middle of it. `isLoop`: its ends are too close to each other for
 * a line between them, and it leaves and comes back beside them.
 */
type Drawn = { line: string; head: string; middle: MapPoint; isLoop: boolean };

const HEAD = { length: 22, width: 17 };
const SHORT_HEAD = { length: 14, width: 13 };
/** How far an arrow bends, as a part of its length: so that the way there and the way back are two. */
const BEND = 0.16;
/** An arrow ends beside the dot it leads to. */
const GAP = 8;
/** Between ends nearer to each other no dashes of a line would be seen beside its head. */
const SHORTEST = 50;
/** Between ends nearer than this a head is smaller, so that some line is left. */
const SHORT = 100;
/** How high the control points of a loop are, and how much higher those of each further one at the same place. */
const LOOP = { height: 48, step: 24 };

/** Whether the way is drawn as a loop. */
export function isTooShort(from: MapPoint, to: MapPoint): boolean {
  return lengthOf(from, to) < SHORTEST;
}

/** Draws ways one after another. Each further one between the same two points bends further, so that all are seen. */
export function arrowDrawer(): (from: MapPoint, to: MapPoint) => Drawn {
  const drawn = new Map<string, number>();
  return (from, to) => {
    const ends = `${at(from)} ${at(to)}`;
    const before = drawn.get(ends) ?? 0;
    drawn.set(ends, before + 1);
    const isLoop = isTooShort(from, to);
    return { ...(isLoop ? loop(from, to, before) : bow(from, to, before)), isLoop };
  };
}

function bow(from: MapPoint, to: MapPoint, before: number) {
  const part = BEND * (1 + before);
  const bend = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * part,
    y: (from.y + to.y) / 2 - (to.x - from.x) * part,
  };
  const { neck, head } = headAt(to, bend, lengthOf(from, to) < SHORT ? SHORT_HEAD : HEAD);
  return {
    line: `M${at(towards(from, bend, GAP))}Q${at(bend)} ${at(neck)}`,
    head,
    middle: {
      x: Math.round((from.x + to.x + 2 * bend.x) / 4),
      y: Math.round((from.y + to.y + 2 * bend.y) / 4),
    },
  };
}

/** Above its ends, or below where it leads to the left, so that the way back is another one. */
function loop(from: MapPoint, to: MapPoint, before: number) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const side = dx > 0 || (dx === 0 && dy >= 0) ? 1 : -1;
  const height = LOOP.height + LOOP.step * before;
  const out = { x: from.x - (side * height) / 2, y: from.y - side * height };
  const back = { x: to.x + (side * height) / 2, y: to.y - side * height };
  const { neck, head } = headAt(to, back, SHORT_HEAD);
  return {
    line: `M${at(towards(from, out, GAP))}C${at(out)} ${at(back)} ${at(neck)}`,
    head,
    middle: {
      x: Math.round((from.x + to.x + 3 * (out.x + back.x)) / 8),
      y: Math.round((from.y + to.y + 3 * (out.y + back.y)) / 8),
    },
  };
}

/** The head of an arrow that comes from `bend`, and its neck, where the line ends. */
function headAt(to: MapPoint, bend: MapPoint, { length, width }: typeof HEAD) {
  const tip = towards(to, bend, GAP);
  const neck = towards(to, bend, GAP + length);
  const [nx, ny] = [(tip.x - neck.x) / length, (tip.y - neck.y) / length];
  const sides = [1, -1].map((side) => ({
    x: neck.x - ny * (width / 2) * side,
    y: neck.y + nx * (width / 2) * side,
  }));
  return { neck, head: `M${at(tip)}L${at(sides[0]!)} ${at(sides[1]!)}Z` };
}

function lengthOf(from: MapPoint, to: MapPoint): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

function towards(from: MapPoint, to: MapPoint, distance: number): MapPoint {
  const length = lengthOf(from, to);
  return {
    x: from.x + ((to.x - from.x) * distance) / length,
    y: from.y + ((to.y - from.y) * distance) / length,
  };
}

function at({ x, y }: MapPoint): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}
