import { InvalidInput } from "../../domain/errors";
import { sourceTexts } from "../../domain/personal-data/free-texts";
import type { Source } from "../../domain/source";
import { checkSource } from "../check-source";
import { judgeTexts } from "../guard-texts";
import { addedSource } from "../insert-source";
import { newId } from "../new-id";
import { unknownOrigins } from "../write-source";
import type { Applying } from "./applying";
import { decideTexts } from "./decide-texts";
import type { Staged } from "./import-queue";
import { stageKept } from "./stage-kept";
import { stageThing } from "./stage-thing";

/**
 * Stages a new source of a row, as `insertSource` would write it; returns its id. `ref`: the reference it is to have,
 * which nothing has. Errors: InvalidInput with every issue.
 */
export async function stageSource(
  applying: Applying,
  staged: Staged,
  given: { source: Source; ref?: string },
): Promise<string> {
  const { actor, clock, facts, find, references, window } = applying;
  const { thing, keep } = decideTexts(given.source, sourceTexts, applying);
  const source = checkSource(thing);
  const id = newId(clock);
  const on = { entity: "source", entityId: id, part: "content" } as const;
  // Nothing is kept yet in what is new.
  const keptBefore = async () => new Set<string>();
  const guarded = await judgeTexts([{ texts: sourceTexts(source), on }], keep, {
    keptBefore,
    find,
  });
  const known = await facts.sources(source.derivedFrom);
  const issues = [...unknownOrigins(source.derivedFrom, known), ...guarded.issues];
  if (issues.length > 0) throw new InvalidInput(issues);
  const at = clock.now();
  const ref = given.ref ?? (await references.source.next());
  const stored = { ...source, id, ref };
  facts.addSource(stored);
  staged.writes.push((many) => {
    references.source.taken(ref);
    window.sources.set(ref, id);
    many.addSource(stored, at);
    many.log(addedSource(stored), actor, clock);
  });
  stageKept(applying, staged, guarded.kept);
  stageThing(applying, staged, { entity: "source", entityId: id });
  return id;
}
