import type { Span } from "../evidence-of";
import type { People, When } from "../happening";
import type { EasternEvent } from "./find-eastern-events";
import type { EasternPlace } from "./find-eastern-wheres";

/** One of the events of a clause, and the stretch in which its date and places stand. */
export type EasternPart = Span & { people: People[] };

/** 8월 29일 80명, 9월 18일 40명 …: each figure with a date of its own, or with a place of its own, is an event. */
export function splitEastern(
  clause: Span,
  people: readonly People[],
  event: EasternEvent,
  dates: readonly When[],
  places: readonly EasternPlace[],
): EasternPart[] {
  const whole = [{ ...clause, people: [...people] }];
  const counted = people.filter(({ counted: figure, start }) => figure && start >= clause.start);
  if (counted.length < 2 || counted.length !== people.length) return whole;
  const stretches = counted.map((each, index) => ({
    start: index === 0 ? clause.start : counted[index - 1]!.end,
    end: index === counted.length - 1 ? clause.end : each.end,
    people: [each],
  }));
  const has = (spans: readonly Span[]) =>
    stretches.every(({ start, end }) =>
      spans.some((span) => span.start >= start && span.start < end),
    );
  const apart = !/^(?:deportation|transfer)$/.test(event.type);
  return has(dates) ||
    (apart && has(places.filter(({ tie, place }) => tie !== null && place.kind !== "country")))
    ? stretches
    : whole;
}
