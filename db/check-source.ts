import { InvalidInput } from "../domain/errors";
import { type Source, sourceSchema } from "../domain/source";
import { issuesOf } from "../domain/zod-issues";

/** The source as it would be stored: trimmed and normalised. Errors: InvalidInput with every issue of its form. */
export function checkSource(input: Source): Source {
  const parsed = sourceSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(issuesOf(parsed.error));
  return parsed.data;
}
