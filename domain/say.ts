/**
 * Gives the text of a message in the reader's language. `key` is the full dotted key ("date.by");
 * `values` fill the message, numbers are written as the language writes them.
 */
export type Say = (key: string, values?: Record<string, string | number>) => string;
