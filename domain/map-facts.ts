import { compareText } from "./compare-text";
import type { Headline } from "./headline-type";
import type { LocationFacts } from "./location";
import { type MapMove, moveCode } from "./map-move";
import { movements } from "./movements";
import { type AreaPersons, personsByProvince, type WhoAndWhat } from "./persons-by-province";

/**
 * What a map shows of one incident. `provinces`: as `personsByProvince`. `places`: the localities its events touch,
 * each with what lies inside it. `moves`: between different places of the map, each once, in their order.
 */
export type MapFacts = { provinces: AreaPersons[]; places: string[]; moves: MapMove[] };

/** The map's facts of one incident. */
export function mapFacts(
  doc: WhoAndWhat,
  headline: Pick<Headline, "events" | "groups" | "persons" | "lastNews">,
  locations: ReadonlyMap<string, LocationFacts>,
): MapFacts {
  const placeIds = doc.events.flatMap(({ id }) =>
    headline.events[id]!.places.map(({ locationId }) => locationId),
  );
  const localities = placeIds.flatMap((id) => locations.get(id)?.localityId ?? []);
  return {
    provinces: personsByProvince(doc, headline, locations),
    places: [...new Set(localities)].sort(compareText),
    moves: movesOnMap(movements(doc, headline, locations), locations),
  };
}

/** The ways as a map shows them, from locality to locality; a province or country where no locality is known. */
export function movesOnMap(
  moves: readonly MapMove[],
  locations: ReadonlyMap<string, LocationFacts>,
): MapMove[] {
  const onMap = (id: string) => {
    const at = locations.get(id);
    return at?.localityId ?? at?.provinceId ?? at?.countryId ?? id;
  };
  const distinct = new Map<string, MapMove>();
  for (const { modality, ...move } of moves) {
    const [from, to] = [onMap(move.from), onMap(move.to)];
    if (from !== to) distinct.set(moveCode({ from, to, modality }), { from, to, modality });
  }
  return [...distinct.values()];
}
