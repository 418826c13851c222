/**
 * What a command has to say: `problems` go to standard error, and make the command end with 1. `json`: the same for a
 * machine, printed instead of the lines where `--json` asks for it.
 */
export type Outcome = { lines: string[]; problems: string[]; json?: unknown };

/** What was typed behind the command makes no sense; the message says what is needed. */
export class Misunderstood extends Error {}

/** The database must be migrated before the command can do anything with it. */
export class NotMigrated extends Error {}
