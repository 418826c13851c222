/** How often a key was seen before, and in which line first; 0 and the line itself where it is new. */
export type Seen = { before: number; first: number };

/**
 * Remembers keys, hexadecimal digits of a hash, at about 50 bytes each: a million rows fit where a `Map` of them
 * would take several times that. Two keys are the same where their first 84 bits are.
 */
export function seenRows(): (key: string, line: number) => Seen {
  let size = 1 << 10;
  let count = 0;
  let slots = emptySlots(size);
  const find = (high: number, low: number) => {
    let at = low % size;
    while (slots.times[at] !== 0 && (slots.high[at] !== high || slots.low[at] !== low))
      at = (at + 1) % size;
    return at;
  };
  const grow = () => {
    const old = slots;
    size *= 2;
    slots = emptySlots(size);
    for (const [from, times] of old.times.entries()) {
      if (times === 0) continue;
      const at = find(old.high[from]!, old.low[from]!);
      slots.high[at] = old.high[from]!;
      slots.low[at] = old.low[from]!;
      slots.times[at] = times;
      slots.lines[at] = old.lines[from]!;
    }
  };
  return (key, line) => {
    if (count * 2 > size) grow();
    const [high, low] = [
      Number.parseInt(key.slice(0, 13), 16),
      Number.parseInt(key.slice(13, 21), 16),
    ];
    const at = find(high, low);
    const before = slots.times[at]!;
    if (before === 0) {
      count++;
      slots.high[at] = high;
      slots.low[at] = low;
      slots.lines[at] = line;
    }
    slots.times[at] = before + 1;
    return { before, first: slots.lines[at]! };
  };
}

function emptySlots(size: number) {
  return {
    high: new Float64Array(size),
    low: new Uint32Array(size),
    times: new Uint32Array(size),
    lines: new Uint32Array(size),
  };
}
