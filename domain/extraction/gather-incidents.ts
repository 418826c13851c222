import { isUnknownCount } from "../count-range";
import { addRemark } from "./add-remark";
import { addTo, startIncident } from "./add-to-incident";
import type { DraftType } from "./drafts";
import { findReferent, pointsBack } from "./find-referent";
import type { Happening, Introduction, People, Remark } from "./happening";
import {
  counted,
  datesDiffer,
  figureOf,
  isSameKind,
  sameFigure,
  type ToldGroup,
  type ToldIncident,
} from "./incident-told";
import { introducedIn } from "./introduced-in";
import { isOwnWay, isPolicy, isStatistic, isVague, tellsNothing } from "./is-no-case";
import { isAddition, isToldAgain, sharesFigure } from "./is-told-again";
import { asSome, inherited, ofOthers, toldOf } from "./people-of-incident";
import { isShareOf } from "./shares-of-total";

/**
 * The incidents that an article tells of, from what its sentences say in order.
 * 1. "they", "the nine", "the handovers" mean people or an event told before: the last that fits.
 * 2. The same kind of event of as many people, on a day that may be the same, is told again.
 * 3. Another kind of event of the same people is an incident of its own when it happened, and an event of the
 *    known incident when it is expected, denied or a stay in custody.
 */
export function gatherIncidents(
  readings: readonly (Happening | Remark | Introduction)[],
): ToldIncident[] {
  const incidents: ToldIncident[] = [];
  let focus: ToldIncident | null = null;
  let introduction: Introduction | null = null;
  for (const reading of readings) {
    if ("introduced" in reading) {
      introduction = reading;
      continue;
    }
    const recent: ToldIncident[] = incidents.slice(-REACH);
    if (!("type" in reading)) {
      if (focus) addRemark(recent, focus, reading);
      continue;
    }
    const before: number = recent.length;
    const told: Happening = introducedIn(introduction, reading, recent);
    if (told !== reading) introduction = null;
    focus = addHappening(recent, focus, told) ?? focus;
    incidents.push(...recent.slice(before));
  }
  return incidents;
}

/** How many incidents back words may point; bounds the work for a long text. */
const REACH = 60;

function addHappening(
  incidents: ToldIncident[],
  focus: ToldIncident | null,
  read: Happening,
): ToldIncident | null {
  const told = asSome(focus, read);
  const known = findReferent(incidents, focus, told);
  const happening =
    known && (isWithinCountry(known, told) || isTakenLater(known, told))
      ? { ...told, type: "transfer" as const }
      : told;
  const held = known && stillHeld(known, happening);
  if (held) {
    addFurther(known, happening);
    known.places.push(...happening.places);
    held.parts.push(...happening.people);
    return known;
  }
  if (happening.ongoing) {
    const custody = known && isSameKind(known.type, "detention") ? known : null;
    if (custody) {
      addFurther(custody, happening);
      custody.places.push(...happening.places);
      return custody;
    }
    // "1,400 people are still behind bars": how many there are, and no event.
    if (known === null && happening.date === null) return null;
  }
  if (isPolicy(happening) || isStatistic(happening)) return null;
  if (happening.modality === "anticipated" || happening.modality === "denied") {
    const target =
      known ?? incidents.findLast((incident) => sharesFigure(incident, happening)) ?? null;
    if (target) {
      for (const each of meantBy(incidents, target, happening)) addFurther(each, happening);
      return target;
    }
    if (pointsBack(happening) && incidents.length === 0 && counted(happening.people).length === 0)
      return null;
    // "28 families will be sent back": of those told of, how many people nobody says.
    if (!happening.people.some(({ counted: figure, unit }) => figure && unit === "person"))
      return null;
    const type =
      happening.type === "deportation" && happening.modality === "anticipated"
        ? "at_risk"
        : happening.type;
    return begin(incidents, { ...happening, type });
  }
  if (isOwnWay(known ?? focus, happening)) return null;
  const vague = happening.before && tellsNothing(happening) && pointsBack(happening);
  if (known !== null && (vague || isBackstory(known, happening))) {
    known.further.push(happening);
    known.places.push(...happening.places.filter(({ role }) => role === "held"));
    return known;
  }
  // "The return came …": tells nothing new.
  if (
    pointsBack(happening) &&
    happening.people.length === 0 &&
    happening.parts.length === 0 &&
    happening.date === null &&
    happening.places.length === 0
  )
    return null;
  if (known && isShareOf(known, happening)) {
    const people = happening.people.map((each) => ({ ...each, ...toldOf(each, known) }));
    const share = begin(incidents, { ...happening, people });
    share.shareOf = known;
    return share;
  }
  const again = incidents.findLast((incident) => isToldAgain(incident, happening, known));
  if (again) {
    addTo(again, happening);
    return again;
  }
  if (focus && happening.also && isAddition(focus, happening)) {
    addTo(focus, happening);
    return focus;
  }
  if (!pointsBack(happening)) {
    const stay = happening.type === "detention" && happening.date === null;
    if (happening.aside && (stay || tellsNothing(happening))) return null;
    if (happening.wholeOf) return beginWhole(incidents, focus, happening);
    const fresh = happening.people.length > 0 || happening.date !== null;
    return fresh ? begin(incidents, ofOthers(incidents.at(-1), happening)) : null;
  }
  if (known === null) {
    // "The ten are being held": of whom, nothing tells.
    if (happening.type === "detention" && tellsNothing(happening)) return null;
    // "The nine were flown home" at the beginning of a story: nobody was told of before.
    const people = happening.people.map(asOne);
    return counted(people).length > 0 ? begin(incidents, { ...happening, people }) : null;
  }
  if (happening.retelling && happening.people.length === 0 && happening.date === null) return null;
  if (isSameKind(known.type, happening.type) && datesDiffer(known.date, happening.date)) {
    if (happening.people.length > 0 && !happening.people.some((people) => people.counted))
      return null;
  }
  // "The children were sent to a training school": some of them, without a figure, a day or a place.
  if (isVague(happening) && !happening.people.some(({ pronoun, single }) => pronoun || single)) {
    addFurther(known, happening);
    return known;
  }
  const people =
    counted(happening.people).length > 0
      ? happening.people.map((each) => ({ ...each, ...toldOf(each, known) }))
      : inherited(known, happening);
  return begin(incidents, { ...happening, people });
}

/** "They were among 93 people who were caught": what was told of the few, without a day, is told of all. */
function beginWhole(
  incidents: ToldIncident[],
  focus: ToldIncident | null,
  happening: Happening,
): ToldIncident {
  const [some] = focus?.groups ?? [];
  const people = happening.people.map((each) => ({
    ...each,
    nationality: each.nationality ?? some?.nationality ?? null,
    role: each.role ?? some?.role ?? null,
  }));
  const earlier = incidents.findLast(
    (incident) =>
      isSameKind(incident.type, happening.type) &&
      incident.date === null &&
      some !== undefined &&
      incident.groups.some(({ count }) => sameFigure(count, some.count)),
  );
  if (!earlier) return begin(incidents, { ...happening, people });
  const { groups, places, told, further } = earlier;
  const whole = startIncident({ ...happening, people });
  whole.groups[0]?.parts.push(...groups);
  Object.assign(earlier, {
    ...whole,
    places: [...places, ...whole.places],
    told: [...told, ...whole.told],
    further,
  });
  return earlier;
}

/** Somebody told of by name for the first time is one person. */
function asOne(people: People): People {
  if (!people.single || people.pronoun) return people;
  return { ...people, count: { low: 1, best: 1, high: 1 }, counted: true, definite: false };
}

/** "They" behind a sentence that tells of two groups are both. */
function meantBy(
  incidents: readonly ToldIncident[],
  target: ToldIncident,
  { people }: Happening,
): ToldIncident[] {
  const begun = target.told[0]?.sentence.start;
  if (!people.some(({ pronoun }) => pronoun)) return [target];
  return incidents.filter(
    ({ told, type }) => told[0]?.sentence.start === begun && isSameKind(type, target.type),
  );
}

/** "flown to Tapachula" within the country of the arrest is a transfer. */
function isWithinCountry(known: ToldIncident, { type, places, date }: Happening): boolean {
  if (type !== "deportation" || !places.some(({ role }) => role === "to")) return false;
  // After they were handed over they may be taken elsewhere there, on another day.
  if (known.type === "deportation" && !datesDiffer(known.date, date)) return false;
  const from = new Set(
    known.places
      .filter(({ role }) =>
        known.type === "deportation"
          ? /^(?:to|held)$/.test(role)
          : /^(?:arrest|held|release|sentencing)$/.test(role),
      )
      .map(({ country }) => country),
  );
  return from.size > 0 && places.every(({ country }) => from.has(country));
}

/** "All 14 were taken to the detention center two days later". */
const isTakenLater = (known: ToldIncident, { type, taken, date }: Happening) =>
  taken === true &&
  type === "detention" &&
  isSameKind(known.type, type) &&
  datesDiffer(known.date, date);

/** "while the other 13 are still being held": some of those arrested, and no new incident. */
function stillHeld(known: ToldIncident, { type, people }: Happening): ToldGroup | null {
  const [first] = people;
  if (
    type !== "detention" ||
    !isSameKind(known.type, type) ||
    !first?.counted ||
    people.length !== 1
  )
    return null;
  const size = figureOf(first.count);
  if (!(first.part || (first.definite && first.other)) || size === null) return null;
  return known.groups.find(({ count }) => (figureOf(count) ?? 0) > size) ?? null;
}

/** Of people who were sent back it is told how they had been caught, without a day or a figure: no new incident. */
function isBackstory(known: ToldIncident, { type, people, date, places }: Happening): boolean {
  // "In Musan she was sentenced": another place, and what followed rather than what had been.
  if (type === "sentencing" && places.some(({ subdivision }) => subdivision)) return false;
  const earlier = (STAGES[type] ?? 0) < (STAGES[known.type] ?? 0);
  return (
    earlier &&
    (date === null || type === "detention") &&
    people.every(
      ({ counted: figure, definite, part, count }) =>
        definite || !figure || (part && isUnknownCount(count)),
    )
  );
}

const STAGES: Partial<Record<DraftType, number>> = {
  arrest: 1,
  detention: 1,
  transfer: 2,
  sentencing: 2,
  deportation: 3,
  release: 3,
  death_in_custody: 3,
};

function begin(incidents: ToldIncident[], happening: Happening): ToldIncident {
  const incident = startIncident(happening);
  incidents.push(incident);
  return incident;
}

function addFurther(incident: ToldIncident, happening: Happening): void {
  incident.further.push(happening);
  if (happening.modality === "anticipated")
    incident.places.push(...happening.places.filter(({ role }) => role.startsWith("expected")));
}
