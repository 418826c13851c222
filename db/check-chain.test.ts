import fc from "fast-check";
import { expect, it } from "vitest";
import { chainHash, sha256 } from "./append-revision";
import { type ChainRow, checkChain } from "./check-chain";

const LENGTH = 6;
const log = aLog(LENGTH);
const head = { seq: LENGTH, hash: log.at(-1)!.hash };

const at = fc.integer({ min: 0, max: LENGTH - 1 });
const column = fc.constantFrom(...(Object.keys(log[0]!) as (keyof ChainRow)[]));
const tampering = fc.oneof(
  fc.record({ kind: fc.constant("remove" as const), at }),
  fc.record({ kind: fc.constant("cut" as const), at }),
  fc.record({ kind: fc.constant("swap" as const), at, with: at }),
  fc.record({ kind: fc.constant("repeat" as const), at, with: at }),
  fc.record({
    kind: fc.constant("alter" as const),
    at,
    column,
    value: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
  }),
);
type Tampering = typeof tampering extends fc.Arbitrary<infer T> ? T : never;

it("finds whatever is done to a log whose head is known", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(tampering, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: LENGTH }),
      async (all, batch) => {
        const tampered = all.reduce(apply, log);
        fc.pre(JSON.stringify(tampered) !== JSON.stringify(log));
        const { faults } = await checkChain(inBatches(tampered, batch), { kept: head });
        expect(faults).not.toEqual([]);
      },
    ),
    { numRuns: 500, examples: [[["salt", "payload"].map(toNumber), 1]] },
  );
});

it("finds nothing wrong with the log itself, whatever the batches", async () => {
  for (let batch = 1; batch <= LENGTH + 1; batch++)
    expect(await checkChain(inBatches(log, batch), { kept: head, expected: log[2]!.hash })).toEqual(
      {
        entries: LENGTH,
        head,
        tombstones: [],
        faults: [],
      },
    );
});

function toNumber(column: string): Tampering {
  return { kind: "alter", at: 4, column: column as keyof ChainRow, value: 0 };
}

function apply(rows: ChainRow[], change: Tampering): ChainRow[] {
  const { kind, at } = change;
  const row = rows[at];
  if (row === undefined) return rows;
  if (kind === "remove") return rows.toSpliced(at, 1);
  if (kind === "cut") return rows.slice(0, at);
  if (kind === "alter") return rows.with(at, { ...row, [change.column]: change.value });
  const other = rows[change.with];
  if (other === undefined) return rows;
  if (kind === "repeat") return rows.toSpliced(change.with, 0, row);
  return rows.with(at, { ...other, seq: row.seq }).with(change.with, { ...row, seq: other.seq });
}

function aLog(length: number): ChainRow[] {
  const rows: ChainRow[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const payload = JSON.stringify({ before: null, after: { title: `Title ${seq}` } });
    const salt = sha256(`salt ${seq}`);
    const row = {
      seq,
      at: 1_700_000_000_000 + seq,
      actor: "someone",
      action: "revise",
      entity: "incident",
      entityId: "an-incident",
      version: seq,
      reason: "",
      origin: seq % 2 === 0 ? "/incidents/new" : "",
      salt,
      payloadDigest: sha256(salt + payload),
      previousHash: rows.at(-1)?.hash ?? "",
    };
    rows.push({ ...row, payload, hash: chainHash(row) });
  }
  return rows;
}

function inBatches(rows: ChainRow[], size: number): ChainRow[][] {
  const batches: ChainRow[][] = [];
  for (let from = 0; from < rows.length; from += size) batches.push(rows.slice(from, from + size));
  return batches;
}
