import type { Source } from "./source";

/** A source as others name it; publisher and title are "" when it does not give them. */
export type NamedSource = Pick<Source, "publisher" | "title"> & { ref: string };

/**
 * One source as the table shows it. `copies`: the sources it copies or cites.
 * `claims`: how many there are, whatever their assessment; `incidents`: how many incidents they speak of.
 */
export type SourceRow = Pick<
  Source,
  "kind" | "publisher" | "title" | "url" | "published" | "language" | "reliability" | "access"
> & { ref: string; copies: NamedSource[]; incidents: number; claims: number };
