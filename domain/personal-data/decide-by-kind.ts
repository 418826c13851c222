import type { PersonalDataOptions } from "./find-personal-data";
import type { FreeText } from "./free-texts";
import type { Mark, MarkKind } from "./mark";
import { personalDataIn } from "./personal-data-in";
import { redact } from "./redact";

/** What is done with all marks of one kind. */
export type KindDecision = { do: "redact" } | { do: "keep"; reason: string };

export type DecidedTexts = {
  /** The texts given, in their order, redacted. */
  texts: FreeText[];
  /** What the commands take as `keep`, each once. */
  keep: { kind: MarkKind; words: string; reason: string }[];
  /** What no decision covers: the commands will refuse it. */
  undecided: { path: string; mark: Mark }[];
};

/**
 * Applies one decision per kind to everything found in many texts, as an import does.
 * 1. `isKept`: marks that were kept before stay, and are not among `keep`.
 * 2. Without a decision for its kind a mark stays and is `undecided`; so does one that blocks and is to be kept.
 * 3. Where only numbers and contacts are looked for, names stay as they are.
 */
export function decideByKind(
  texts: readonly FreeText[],
  decisions: Partial<Record<MarkKind, KindDecision>>,
  options: PersonalDataOptions & {
    isKept?: (mark: Mark) => boolean;
    find?: (text: string) => Mark[];
  } = {},
): DecidedTexts {
  const keep = new Map<string, DecidedTexts["keep"][number]>();
  const undecided: DecidedTexts["undecided"] = [];
  const decided = texts.map((each) => {
    const marks = personalDataIn([each], options)
      .map(({ mark }) => mark)
      .filter((mark) => !options.isKept?.(mark));
    const redacted: Mark[] = [];
    for (const mark of marks) {
      const { kind, text: words, severity } = mark;
      const decision = decisions[kind];
      if (decision?.do === "redact") redacted.push(mark);
      else if (decision?.do === "keep" && severity === "warn")
        keep.set(`${kind} ${words}`, { kind, words, reason: decision.reason });
      else undecided.push({ path: each.path, mark });
    }
    return { ...each, text: redact(each.text, redacted) };
  });
  return { texts: decided, keep: [...keep.values()], undecided };
}
