/** Why something failed, in one line: the innermost cause says it, what wraps it mostly repeats the query. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const { code } = error as NodeJS.ErrnoException;
  return error.message.split("\n")[0] || code || error.name;
}
