import fc from "fast-check";
import { expect, it } from "vitest";
import { BLOCK_SIZE, blockOfNumber, checkSum, EDITION_WORD } from "./block-format";
import { NUMBERS, SETS } from "./incident-facts";
import { emptyIncidentIndex, type IncidentIndex, slotOfNumber } from "./incident-index";
import { type FactsLine, packBlock } from "./pack-block";
import { valuesOfSet } from "./set-column";
import { startChanges } from "./take-changes";
import { answersOf, anyFacts } from "./testing-answers";

/** Some incidents of the first three blocks, in the order of their numbers. */
const lines = fc
  .array(fc.tuple(fc.integer({ min: 1, max: BLOCK_SIZE * 3 - 1 }), anyFacts), { maxLength: 80 })
  .map((all) => [...new Map(all)].sort(([a], [b]) => a - b))
  .map((all) => all.map(([number, facts]): FactsLine => ({ number, facts })));

function emptyIndex(): IncidentIndex {
  return { ...emptyIncidentIndex(), blockWords: 1 };
}

function fromLines(all: readonly FactsLine[], later: readonly FactsLine[] = []): IncidentIndex {
  const index = emptyIndex();
  for (const some of [all, later]) {
    const changes = startChanges(index);
    changes.put(some);
    changes.finish();
  }
  return index;
}

/** `plain`: the blocks of which the lines are read instead. */
function fromBlocks(
  all: readonly FactsLine[],
  plain: readonly number[] = [],
  later: readonly FactsLine[] = [],
): IncidentIndex {
  const index = emptyIndex();
  const changes = startChanges(index, { expected: all.at(-1)?.number ?? 0 });
  for (const block of [0, 1, 2]) {
    const own = all.filter(({ number }) => blockOfNumber(number) === block);
    if (plain.includes(block)) changes.put(own);
    else expect(changes.putBlock(packBlock(own))).toBe(true);
  }
  changes.finish();
  const more = startChanges(index);
  more.put(later);
  more.finish();
  return index;
}

/** All that an index has of an incident, without the values and places that are its own. */
function held(index: IncidentIndex, number: number) {
  const slot = slotOfNumber(index, number)!;
  const { events, shares, kinds, localities, facilities, areas } = index;
  const codes = (from: { codes: string[] }, values: readonly number[]) =>
    values.map((value) => from.codes[value]);
  return {
    tie: index.tie[slot],
    numbers: NUMBERS.map((name) => index.numbers[name][slot]),
    sets: SETS.map((name) => {
      const column = index.sets[name];
      return codes(column, [...valuesOfSet(column, column.of[slot]!)]);
    }),
    extents: Object.values(index.extents).map((column) => column[slot]),
    events: Array.from({ length: index.eventCount[slot]! }, (_, n) => {
      const at = index.eventsFrom[slot]! + n;
      const kind = kinds[events.kind[at]!]!;
      return {
        days: [events.earliest[at], events.latest[at]],
        types: codes(index.sets.type, kind.types),
        modality: kind.modality,
        provinces: codes(index.sets.province, kind.provinces),
        countries: codes(index.sets.country, kind.countries),
        places: [codes(areas, kind.areas), codes(localities, kind.localities)],
        facilities: codes(facilities, kind.facilities),
        isDated: index.datedTypeOf[events.kind[at]!]! > 0,
      };
    }),
    shares: Array.from({ length: index.shareCount[slot]! }, (_, n) => {
      const at = index.sharesFrom[slot]! + n;
      return [areas.codes[shares.area[at]!], shares.low[at], shares.best[at], shares.high[at]];
    }),
  };
}

it("has of every incident in a block what its line says, and answers alike", () => {
  let told = 0;
  fc.assert(
    fc.property(lines, fc.subarray([0, 1, 2]), lines, (all, plain, later) => {
      const [expected, read] = [fromLines(all), fromBlocks(all, plain)];
      expect(read.order.length).toBe(all.length);
      for (const { number } of all) expect(held(read, number)).toEqual(held(expected, number));
      const answers = answersOf(read);
      expect(answers).toEqual(answersOf(expected));
      // And goes on alike, whatever is saved next.
      const answersLater = answersOf(fromBlocks(all, plain, later));
      expect(answersLater).toEqual(answersOf(fromLines(all, later)));
      told += answers.reduce((sum, { numbers }) => sum + numbers.length, 0);
    }),
    { numRuns: 40 },
  );
  expect(told).toBeGreaterThan(200);
});

const LINE =
  "801db66d9b7d|18109|18109|18139|0|13||22||||18192|472916796|verified|corroborated|arrested|seeking_refuge|CN|SRC-C5FT8K SRC-FRK6AS||arrest sentencing|CN-LN|CN|CN-LN/dalian>KP>reported|18109,18139,arrest,reported,CN-LN,CN,CN-LN/dalian,;,,sentencing,reported,CN-LN,CN,,|CN-LN,13,,22";

it("is packed as this edition says: raise EDITION in block-format.ts where this fails", () => {
  const packed = packBlock([
    { number: 257, facts: LINE },
    {
      number: 300,
      facts: LINE.replace("801db66d9b7d|18109", "ffffffffffff|").replace("CN-LN,13", "KP,"),
    },
  ]);
  expect([EDITION_WORD, checkSum(new Int32Array(packed.buffer), 0)]).toEqual([
    1392866477, 635930356,
  ]);
});

it("takes nothing of a block that is not whole, or of another edition", () => {
  const whole = packBlock([{ number: 257, facts: LINE }]);
  const index = emptyIndex();
  const changes = startChanges(index);
  for (const broken of [
    new Uint8Array(0),
    whole.slice(0, 16),
    whole.slice(0, -4),
    whole.slice(0, -1),
    Uint8Array.from([...whole, 0, 0, 0, 0]),
    ...[0, 4, 9, 100, whole.length - 1].map((at) =>
      whole.map((byte, n) => (n === at ? byte ^ 1 : byte)),
    ),
  ])
    expect(changes.putBlock(broken)).toBe(false);
  expect(index.slots).toBe(0);
  // As a database hands it out, in the middle of other bytes.
  expect(changes.putBlock(new Uint8Array([1, ...whole]).subarray(1))).toBe(true);
  changes.finish();
  expect(held(index, 257)).toEqual(held(fromLines([{ number: 257, facts: LINE }]), 257));
});
