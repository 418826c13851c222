/** From and to, both inclusive; `to` null: and more. */
export type MapClass = { from: number; to: number | null };

const MOST_CLASSES = 5;

/**
 * At most five classes that hold all the numbers above zero: they begin at round numbers (1, 2, 5, 10, 20, 50 …), about
 * evenly spread from the smallest to the largest. So the bounds are easy to say and do not shift with every incident.
 */
export function mapClasses(values: readonly number[]): MapClass[] {
  const counted = values.filter((value) => value > 0);
  if (counted.length === 0) return [];
  const [least, most] = [Math.min(...counted), Math.max(...counted)];
  const round = roundNumbers(most);
  const starts = round.slice(
    Math.max(
      0,
      round.findLastIndex((start) => start <= least),
    ),
  );
  const last = starts.length - 1;
  const count = Math.min(MOST_CLASSES, starts.length);
  const chosen = Array.from(
    { length: count },
    (_, at) => starts[count === 1 ? 0 : Math.round((at * last) / (count - 1))]!,
  );
  return chosen.map((from, at) => {
    const next = chosen[at + 1];
    return { from, to: next === undefined ? null : next - 1 };
  });
}

/** Which class a number above zero is in, counted from 0; -1 where it is in none. */
export function classOf(classes: readonly MapClass[], value: number): number {
  return classes.findLastIndex(({ from }) => value >= from);
}

/** How dark, 0 to 4, the classes are drawn: the last one darkest, the others evenly between. */
export function shadeOfClass(at: number, count: number): number {
  return count === 1 ? 2 : Math.round((at * (MOST_CLASSES - 1)) / (count - 1));
}

/** 1, 2, 5, 10, 20, 50 … up to the limit. */
function roundNumbers(limit: number): number[] {
  const numbers: number[] = [];
  for (let power = 1; power <= limit; power *= 10)
    for (const digit of [1, 2, 5]) if (digit * power <= limit) numbers.push(digit * power);
  return numbers;
}
