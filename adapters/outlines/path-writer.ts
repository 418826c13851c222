/**
 * What d3-geo draws on, and the path of an SVG that it makes of it: whole numbers, each point relative to the one
 * before, points that fall together once. `least`: rings smaller than this, in units, are left out. `grain`: what
 * points are rounded to, in units.
 */
export function pathWriter(least: number, grain = 1) {
  const round = (value: number) => Math.round(value / grain) * grain;
  let written = "";
  let ring: [number, number][] = [];
  const end = (closed: boolean) => {
    if (ring.length > (closed ? 2 : 1) && extent(ring) >= least) written += write(ring, closed);
    ring = [];
  };
  return {
    beginPath() {},
    moveTo(x: number, y: number) {
      end(false);
      ring = [[round(x), round(y)]];
    },
    lineTo(x: number, y: number) {
      const [before] = ring.slice(-1);
      const point: [number, number] = [round(x), round(y)];
      if (before?.[0] !== point[0] || before[1] !== point[1]) ring.push(point);
    },
    closePath() {
      end(true);
    },
    arc() {},
    /** All that was drawn. */
    path(): string {
      end(false);
      return written;
    },
  };
}

function extent(ring: [number, number][]): number {
  const side = (axis: 0 | 1) => {
    const values = ring.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  return Math.max(side(0), side(1));
}

/** Points on the straight line between their neighbours are left out. */
function write(ring: [number, number][], closed: boolean): string {
  const bends = ring.filter((point, at) => {
    const [before, after] = [ring[at - 1], ring[at + 1]];
    if (!before || !after) return true;
    const turn =
      (point[0] - before[0]) * (after[1] - point[1]) -
      (point[1] - before[1]) * (after[0] - point[0]);
    return turn !== 0;
  });
  let [x, y] = bends[0]!;
  let path = `M${x} ${y}l`;
  for (const [nextX, nextY] of bends.slice(1)) {
    const [dx, dy] = [nextX - x, nextY - y];
    const gap = path.endsWith("l") || dx < 0 ? "" : " ";
    path += `${gap}${dx}${dy < 0 ? "" : " "}${dy}`;
    [x, y] = [nextX, nextY];
  }
  return closed ? `${path}z` : path;
}
