import type { Actor } from "../../domain/actor";
import type { ImportFault, ImportPosition } from "../../domain/import/import-item";
import type { ChangedThing } from "../../domain/import/import-report";
import type { IncidentDocument } from "../../domain/incident";
import type { NewSource } from "../../domain/new-source";
import type { KindDecision } from "../../domain/personal-data/decide-by-kind";
import type { Mark, MarkKind } from "../../domain/personal-data/mark";
import type { SimilarIncident } from "../../domain/similarity/similar-incident";
import type { Clock } from "../clock";
import type { Db, Store } from "../store";
import type { FreeReferences } from "./free-references";
import type { ImportQueue } from "./import-queue";
import type { ImportWindow } from "./import-window";
import type { KnownFacts } from "./known-facts";
import type { KnownSources } from "./known-sources";

type SimilarTo = { document: IncidentDocument; newSources: readonly NewSource[] };

/** What an import is told beside its rows. */
export type ApplyOptions = {
  importId: string;
  /** What is done with what the personal-data guard finds; what no decision covers is a fault of its row. */
  decisions: Partial<Record<MarkKind, KindDecision>>;
  /** Review states come back as they were: a restore from the command line alone. */
  restores: boolean;
  /** What may be the same case as each of some new incidents; without it nothing is compared. */
  findSimilar?: (asked: readonly SimilarTo[]) => Promise<SimilarIncident[][]>;
  /** Told how many rows were read, again and again. */
  onProgress?: (rows: number) => void;
  /** Ends it between two rows; the transaction is then the caller's to give up. */
  signal?: AbortSignal;
  /** How many rows are read ahead and written at once; some hundred where nothing is said. */
  atOnce?: number;
};

/** What the parts of an import share. */
export type Applying = ApplyOptions & {
  store: Store;
  db: Db;
  actor: Actor;
  clock: Clock;
  queue: ImportQueue;
  window: ImportWindow;
  facts: KnownFacts;
  references: Record<"incident" | "source", FreeReferences>;
  /** Finds personal data in a text. */
  find: (text: string) => Mark[];
  sources: KnownSources;
  /** Incidents that were merged into others where they come from; those may come later. */
  merged: { id: string; into: string; at: ImportPosition }[];
  /** What the item that is written changes beside incidents, and what of it stays as it is here. */
  changed: ChangedThing[];
  kept: ImportFault[];
  /** The details of sources that the mapping says otherwise for all rows, once they were told. */
  told: Set<string>;
};
