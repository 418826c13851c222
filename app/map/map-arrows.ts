import { arrowDrawer, isTooShort, type MapPoint } from "../../domain/map-arrow";
import { moveCode } from "../../domain/map-move";
import type { MapArrow } from "../../domain/map-sheet";
import type { MapView } from "../../domain/map-view";
import type { Flow } from "../../domain/province-map";
import type { Say } from "../../domain/say";

/** Loops nearer to each other than this, in units of the drawing, would be one knot. */
const APART = 36;

type Ends = { from: MapPoint; to: MapPoint };

/**
 * Ways as arrows, in their order. Ways too short for that are loops; those beside each other, of one modality, are one
 * loop at the place of the first, which says them all.
 */
export function mapArrows(
  flows: readonly Flow[],
  { places }: Pick<MapView, "places">,
  put: (id: string) => MapPoint | null,
  say: Say,
): MapArrow[] {
  const draw = arrowDrawer();
  const knots: Ends[] = [];
  const arrows = new Map<string, Ends & { flows: Flow[] }>();
  for (const flow of flows) {
    const own = { from: put(flow.from)!, to: put(flow.to)! };
    const isLoop = isTooShort(own.from, own.to);
    const beside = isLoop ? knots.find(({ from }) => distance(from, own.from) < APART) : undefined;
    if (isLoop && !beside) knots.push(own);
    const ends = beside && leadsOn(beside) !== leadsOn(own) ? back(beside) : (beside ?? own);
    const key = JSON.stringify([isLoop ? ends : [flow.from, flow.to], flow.modality]);
    const arrow = arrows.get(key) ?? { ...ends, flows: [] };
    arrow.flows.push(flow);
    arrows.set(key, arrow);
  }
  return [...arrows.values()].map(({ from, to, flows: own }) => {
    const { middle, ...drawn } = draw(from, to);
    const incidents = own.reduce((sum, flow) => sum + flow.incidents, 0);
    return {
      ...drawn,
      modality: own[0]!.modality,
      weight: Math.min(drawn.isLoop ? 3 : 5, 1.5 + Math.log2(incidents) / 2),
      label: own.map((flow) => flowLabel(flow, places, say)).join("\n"),
      moves: own.map(moveCode),
      mark: "",
      markAt: middle,
    };
  });
}

/** To the right, or straight down: a way and the way back are two loops, each with a head of its own. */
function leadsOn({ from, to }: Ends): boolean {
  return to.x > from.x || (to.x === from.x && to.y >= from.y);
}

function back({ from, to }: Ends): Ends {
  return { from: to, to: from };
}

function flowLabel(
  { from, to, modality, incidents }: Flow,
  places: MapView["places"],
  say: Say,
): string {
  return say("map.flow", {
    from: places[from]?.name ?? from,
    to: places[to]?.name ?? to,
    modality: say(`vocabulary.modality.${modality}`),
    count: incidents,
  });
}

function distance(a: MapPoint, b: MapPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
