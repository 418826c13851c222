export type MapPoint = { x: number; y: number };

const HEAD = { length: 22, width: 17 };
/** How far an arrow bends, as a part of its length: so that the way there and the way back are two. */
const BEND = 0.16;
/** An arrow ends beside the dot it leads to. */
const GAP = 8;

/** An arrow as two paths, its line and its head, and the middle of it. A way too short for a line is null. */
export function mapArrow(
  from: MapPoint,
  to: MapPoint,
): { line: string; head: string; middle: MapPoint } | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < HEAD.length + 2 * GAP) return null;
  const bend = { x: (from.x + to.x) / 2 + dy * BEND, y: (from.y + to.y) / 2 - dx * BEND };
  const tip = towards(to, bend, GAP);
  const neck = towards(to, bend, GAP + HEAD.length);
  const [nx, ny] = [(tip.x - neck.x) / HEAD.length, (tip.y - neck.y) / HEAD.length];
  const half = HEAD.width / 2;
  const sides = [1, -1].map((side) => ({
    x: neck.x - ny * half * side,
    y: neck.y + nx * half * side,
  }));
  const start = towards(from, bend, GAP);
  return {
    line: `M${at(start)}Q${at(bend)} ${at(neck)}`,
    head: `M${at(tip)}L${at(sides[0]!)} ${at(sides[1]!)}Z`,
    middle: {
      x: Math.round((from.x + to.x + 2 * bend.x) / 4),
      y: Math.round((from.y + to.y + 2 * bend.y) / 4),
    },
  };
}

function towards(from: MapPoint, to: MapPoint, distance: number): MapPoint {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return {
    x: from.x + ((to.x - from.x) * distance) / length,
    y: from.y + ((to.y - from.y) * distance) / length,
  };
}

function at({ x, y }: MapPoint): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}
