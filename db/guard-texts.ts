import type { Actor } from "../domain/actor";
import { InvalidInput } from "../domain/errors";
import { type Issue, shown } from "../domain/issue";
import { type Keep, keepSchema } from "../domain/keep";
import { type FreeText, freeText } from "../domain/personal-data/free-texts";
import { type Mark, REDACTED } from "../domain/personal-data/mark";
import { type MarkInText, personalDataIn } from "../domain/personal-data/personal-data-in";
import { issuesOf } from "../domain/zod-issues";
import type { Clock } from "./clock";
import { knownPlaceNames } from "./gazetteer/known-place-names";
import { digestOf, type KeptOn, type KeptWords, keptDigests, recordKept } from "./kept-words";
import type { Db, Store } from "./store";

/**
 * Texts to be written; words kept on `on` are not asked for again, nor are those kept on `known`. `keepsNothing`: likely
 * names and addresses are refused like numbers, whatever was kept before.
 */
export type GuardedTexts = {
  texts: readonly FreeText[];
  on: KeptOn;
  known?: readonly KeptOn[];
  keepsNothing?: boolean;
};

/** What the guard found: what is wrong, and what is newly kept, to be written by `recordKept`. */
export type Guarded = { issues: Issue[]; kept: KeptWords[] };

/**
 * Searches texts for personal data, inside the transaction that writes them. Names of places are no names.
 * 1. Numbers and contacts: `personal_data.blocked`. No reason keeps them.
 * 2. Likely names and addresses, and accounts that are a source: `personal_data.undecided`, unless `keep` or an
 *    earlier decision keeps the same words there.
 * 3. The reasons of `keep` are searched for numbers and contacts too, under `keep.N.reason`.
 * Each issue comes once for the same words at the same path; its `mark` tells equal words at all paths.
 */
export async function guardTexts(
  store: Store,
  db: Db,
  guarded: readonly GuardedTexts[],
  keep: readonly Keep[] = [],
): Promise<Guarded> {
  return judgeTexts(guarded, keep, { keptBefore: (on) => keptDigests(store, db, on) });
}

/** What judging texts needs to know. `find`: finds personal data in a text; names of places are no names. */
export type Judging = {
  keptBefore: (on: readonly KeptOn[]) => Promise<{ has(digest: string): boolean }>;
  find?: (text: string) => Mark[];
};

/** As `guardTexts`, wherever it is known what was kept before. */
export async function judgeTexts(
  guarded: readonly GuardedTexts[],
  keep: readonly Keep[],
  { keptBefore, find }: Judging,
): Promise<Guarded> {
  const issues: Issue[] = [];
  const given = new Map<string, Keep>();
  keep.forEach((one, at) => {
    const parsed = keepSchema.safeParse(one, { reportInput: true });
    if (!parsed.success) {
      issues.push(
        ...issuesOf(parsed.error).map((issue) => ({ ...issue, path: `keep.${at}.${issue.path}` })),
      );
      return;
    }
    const why = { ...freeText(`keep.${at}.reason`, parsed.data.reason), names: false };
    issues.push(...personalDataIn([why]).map((mark) => issueOf(mark)));
    given.set(digestOf(parsed.data.kind, parsed.data.words), parsed.data);
  });

  const kept = new Map<string, KeptWords>();
  for (const { texts, on, known = [], keepsNothing = false } of guarded) {
    const marks = personalDataIn(texts, { notNames: knownPlaceNames(), find });
    const found = keepsNothing ? marks.map(blocking) : marks;
    if (found.length === 0) continue;
    const before = await keptBefore([on, ...known]);
    for (const each of found) {
      const { kind, text, severity } = each.mark;
      const digest = digestOf(kind, text);
      if (severity === "warn" && before.has(digest)) continue;
      const decision = severity === "warn" ? given.get(digest) : undefined;
      if (decision) kept.set(JSON.stringify([on, digest]), { ...on, ...decision });
      else issues.push(issueOf(each));
    }
  }
  const once = new Map(issues.map((issue) => [JSON.stringify(issue), issue]));
  return { issues: [...once.values()], kept: [...kept.values()] };
}

/**
 * Searches the reason for a change to something, in the transaction of the change. Words kept in the thing itself
 * are not asked for again. `isPublic`: the public reads it, so nothing is kept in it.
 * Throws InvalidInput with path "reason"; stores and logs what is kept.
 */
export async function guardReason(
  store: Store,
  db: Db,
  input: { reason: string; keep?: readonly Keep[]; isPublic?: boolean },
  thing: Pick<KeptOn, "entity" | "entityId">,
  actor: Actor,
  clock: Clock,
): Promise<void> {
  const texts = { ...reasonTexts(input.reason, thing), keepsNothing: input.isPublic };
  const guarded = await guardTexts(store, db, [texts], input.keep);
  if (guarded.issues.length > 0) throw new InvalidInput(guarded.issues);
  await recordKept(store, db, guarded.kept, actor, clock);
}

/** A reason as one of several things that are guarded. */
export function reasonTexts(
  reason: string,
  thing: Pick<KeptOn, "entity" | "entityId">,
): GuardedTexts {
  return {
    texts: [freeText("reason", reason)],
    on: { ...thing, part: "reason" },
    known: [{ ...thing, part: "content" }],
  };
}

/** Does the work and gives its result, or throws its issues together with those found before. */
export async function withIssues<T>(issues: readonly Issue[], work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    if (issues.length === 0) return result;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput([...error.issues, ...issues]);
  }
  throw new InvalidInput([...issues]);
}

function blocking({ path, mark }: MarkInText): MarkInText {
  return { path, mark: { ...mark, severity: "block" } };
}

function issueOf({ path, mark }: MarkInText): Issue {
  const { kind, text, severity, why } = mark;
  return {
    path,
    code: severity === "block" ? "personal_data.blocked" : "personal_data.undecided",
    values: {
      value: shown(text),
      kind,
      why,
      words: text,
      replacement: REDACTED[kind],
      mark: `m${digestOf(kind, text).slice(0, 16)}`,
    },
  };
}
