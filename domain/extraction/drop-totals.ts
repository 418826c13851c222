import { isUnknown, mayBeIn } from "../partial-date";
import { counted, figureOf, isSameKind, type ToldIncident } from "./incident-told";

/**
 * The incidents without totals: a figure that is the sum of others told of is none of its own.
 * 1. Others of different days: the total goes. 2. Others of one day or of none: they are parts of the total,
 *    and their places are its places.
 */
export function dropTotals(incidents: readonly ToldIncident[]): ToldIncident[] {
  const dropped = new Set<ToldIncident>();
  for (const [at, total] of incidents.entries()) {
    if (dropped.has(total)) continue;
    const near = incidents.slice(Math.max(0, at - 6), at + 8).filter((each) => !dropped.has(each));
    const addends = addendsOf(total, near);
    if (addends.length === 0) continue;
    const days = new Set(
      addends.map(({ date }) =>
        date && !isUnknown(date) ? `${date.earliest}/${date.latest}` : "",
      ),
    );
    if (days.size > 1) {
      for (const each of addends) {
        fill(each, total);
        each.further.push(...total.further.filter((event) => !each.further.includes(event)));
      }
      addends[0]!.groups.push(...total.groups.filter(({ role }) => role === "helper"));
      dropped.add(total);
      continue;
    }
    for (const each of addends) {
      total.date ??= each.date;
      total.places.push(...each.places);
      total.told.push(...each.told);
      total.groups[0]!.parts.push(...each.groups);
      total.further.push(...each.further);
      dropped.add(each);
    }
  }
  return incidents.filter((each) => !dropped.has(each));
}

function fill(each: ToldIncident, total: ToldIncident): void {
  for (const group of each.groups) {
    group.nationality ??= total.groups[0]?.nationality ?? null;
    group.role ??= total.groups[0]?.role ?? null;
  }
}

/** The incidents next to a total in the article whose figures make it up; none = it is no total. */
function addendsOf(total: ToldIncident, around: readonly ToldIncident[]): ToldIncident[] {
  const sum = sizeWithoutHelpers(total);
  if (sum === null || counted(total.groups.filter(({ role }) => role !== "helper")).length !== 1)
    return [];
  const slackOf = ({ high, best }: { high: number | null; best: number | null }) =>
    high !== null && best === high ? 0 : Math.ceil(sum * 0.1);
  const slack = slackOf(counted(total.groups.filter(({ role }) => role !== "helper"))[0]!.count);
  // "24 North Koreans": the two brokers caught with some of them may not be counted.
  const all = makingUp(total, around, { sum, slack }, sizeOf);
  return all.length > 0 ? all : makingUp(total, around, { sum, slack }, sizeWithoutHelpers);
}

/** Neighbours of the same kind whose sizes add up to the sum; none = no run of them does. */
function makingUp(
  total: ToldIncident,
  around: readonly ToldIncident[],
  { sum, slack }: { sum: number; slack: number },
  measure: (incident: ToldIncident) => number | null,
): ToldIncident[] {
  const near = around.filter((each) => {
    const size = measure(each);
    const same = each !== total && isSameKind(each.type, total.type) && fits(each, total);
    return same && size !== null && size < sum;
  });
  for (let from = 0; from < near.length; from++) {
    let added = 0;
    for (let to = from; to < near.length; to++) {
      added += measure(near[to]!)!;
      if (to > from && Math.abs(added - sum) <= slack) return near.slice(from, to + 1);
      if (added > sum + slack) break;
    }
  }
  return [];
}

const sizeOf = ({ groups }: ToldIncident) => sizeOfAll(groups);
const sizeWithoutHelpers = ({ groups }: ToldIncident) =>
  sizeOfAll(groups.filter(({ role }) => role !== "helper"));

function sizeOfAll(groups: ToldIncident["groups"]): number | null {
  const sizes = counted(groups).map(({ count }) => figureOf(count)!);
  return sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0);
}

/** A total may have no day, or a stretch in which the others lie. */
function fits(each: ToldIncident, total: ToldIncident): boolean {
  if (total.date === null || each.date === null || isUnknown(total.date)) return true;
  return mayBeIn(each.date, total.date.earliest, total.date.latest);
}
