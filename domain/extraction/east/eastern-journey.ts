import type { Span } from "../evidence-of";
import type { Where } from "../happening";
import { type EasternPlace, easternWhere } from "./find-eastern-wheres";

/** Where those who were sent back arrived: 중국 여객기가 카스에 도착했다, 客机抵达新疆喀什. */
export function easternJourney(
  text: string,
  { start, end }: Span,
  places: readonly EasternPlace[],
): Where[] {
  const line = text.slice(start, end);
  const arrival = ARRIVAL.exec(line);
  if (!arrival || !TRAVELS.test(line)) return [];
  const at = start + arrival.index;
  const near = places.filter(
    (place) =>
      place.place.kind !== "country" &&
      (/^[\uac00-\ud7af]/u.test(arrival[0])
        ? place.end <= at && at - place.end < 6
        : place.start >= at && place.start - at < 6),
  );
  return near.map((place) => ({ ...easternWhere(place, "transfer", false), role: "to" as const }));
}

const ARRIVAL = /도착했|도착한|착륙했|抵达|飞抵|降落(?:在|于)?|到达|抵达/u;
const TRAVELS =
  /여객기|비행기|항공기|전세기|버스|열차|선박|배가|이들|일행|客机|飞机|航班|专机|包机|大巴|列车|船|他们|这批人/u;
