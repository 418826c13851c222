/** What a command has to say: `problems` go to standard error, and make the command end with 1. */
export type Outcome = { lines: string[]; problems: string[] };

/** What was typed behind the command makes no sense; the message says what is needed. */
export class Misunderstood extends Error {}

/** The database must be migrated before the command can do anything with it. */
export class NotMigrated extends Error {}
