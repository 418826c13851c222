import { unknownCount } from "../count-range";
import type { Happening, People } from "./happening";
import { figureOf, isSameKind, type ToldIncident } from "./incident-told";

/** The people of the known incident, of whom the words tell more. */
export function inherited(known: ToldIncident, { people }: Happening): People[] {
  const [first] = people;
  const role = first?.role ?? null;
  const some = first && !first.pronoun && !first.single ? partMeant(known, first) : null;
  if (some) return [{ ...some, definite: true, start: first!.start, end: first!.end }];
  const same = known.groups.filter(
    (group) => role === null || role === "seeking_refuge" || group.role === role,
  );
  const helpers = same.filter((group) => group.role === "helper");
  const chosen =
    first?.pronoun || helpers.length === same.length
      ? same
      : same.filter((group) => !helpers.includes(group));
  return (chosen.length > 0 ? chosen : known.groups).map((group) => ({
    ...group,
    definite: true,
    start: first?.start ?? group.start,
    end: first?.end ?? group.end,
    further: group,
  }));
}

/** "two of them": of the people they are some of. */
export function toldOf(people: People, { groups }: ToldIncident): Partial<People> {
  const whole =
    groups.find(({ count }) => (figureOf(count) ?? 0) >= (figureOf(people.count) ?? 0)) ??
    groups[0];
  return {
    role: people.role ?? whole?.role ?? null,
    nationality: people.nationality ?? whole?.nationality ?? null,
  };
}

/** "Two women were arrested. One has been sent to Dandong": a figure alone, of another event, is some of those before. */
export function asSome(focus: ToldIncident | null, happening: Happening): Happening {
  const [one, ...others] = happening.people;
  const size = one?.bare && one.counted && !one.other && !one.definite ? figureOf(one.count) : null;
  const most = Math.max(0, ...(focus?.groups ?? []).map(({ count }) => figureOf(count) ?? 0));
  if (!focus || !one || size === null || others.length > 0 || size > most) return happening;
  if (isSameKind(focus.type, happening.type)) return happening;
  return { ...happening, people: [{ ...one, part: true }] };
}

/** "nine others", "another five": of the same people as those told of last. */
export function ofOthers(last: ToldIncident | undefined, happening: Happening): Happening {
  const people = happening.people.map((each) =>
    last && each.other && each.nationality === null && each.unit === "person"
      ? { ...each, ...toldOf(each, last) }
      : each,
  );
  return { ...happening, people };
}

/** "the children": how many is known where it was told before; null = the words tell nothing of age or sex. */
function partMeant({ groups }: ToldIncident, { ageBand, sex }: People): People | null {
  const isSo = (people: People) => people.ageBand === ageBand && people.sex === sex;
  const [whole] = groups;
  if ((ageBand === null && sex === null) || !whole || groups.some(isSo)) return null;
  const part = groups
    .flatMap((group) => group.parts)
    .find((each) => each.unit === "person" && figureOf(each.count) !== null && isSo(each));
  if (!part && (ageBand === null || whole.ageBand !== null)) return null;
  return part
    ? { ...part, nationality: part.nationality ?? whole.nationality }
    : { ...whole, count: unknownCount, ageBand, sex };
}
