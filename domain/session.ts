/** One sign-in that is still open. Times in milliseconds since 1970, UTC. `browser` as it names itself. */
export type SessionRow = { id: string; createdAt: number; usedAt: number; browser: string };

/** A session ends after so long without a request, and in any case so long after signing in. Milliseconds. */
export const IDLE_LIMIT = 2 * 60 * 60 * 1000;
export const ABSOLUTE_LIMIT = 12 * 60 * 60 * 1000;

/** For so long after a password was given nobody is asked for it again. Milliseconds. */
export const CONFIRMATION_LIFE = 10 * 60 * 1000;

/** True while a session may still be used. Its last use is kept to the minute. */
export function isSessionOpen(
  session: { createdAt: number; usedAt: number },
  now: number,
): boolean {
  return now - session.createdAt < ABSOLUTE_LIMIT && now - session.usedAt < IDLE_LIMIT;
}
