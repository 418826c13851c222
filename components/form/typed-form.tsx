"use client";

import { useFormMetadata } from "@conform-to/react";
import {
  createContext,
  type ReactNode,
  useContext,
  useDeferredValue,
  useMemo,
  useState,
} from "react";
import type { CountRange } from "../../domain/count-range";
import { type IncidentForm, incidentFormSchema } from "../../domain/incident-form";
import type { PartialDate } from "../../domain/partial-date";
import { readReference } from "../../domain/reference";
import { parseTypedDate } from "../../domain/typed-date";
import type { Modality } from "../../domain/vocabulary";

/** A source of the ledger as the form speaks of it. */
export type KnownSourceLabel = { label: string; published: PartialDate | null };

/** What the sources make of a group or event that was there before; null where they say nothing of it. */
export type SourcedValue = {
  count: CountRange | null;
  modality: Modality | null;
  date: PartialDate | null;
  places: string[];
};

type Sharing = {
  /** What stands in the fields now. */
  form: IncidentForm;
  /** The text of one field by its name. */
  textOf(name: string): string;
  /** When the source of this key was published, as far as the form knows. */
  publishedOf(sourceKey: string): PartialDate | null;
  known: Record<string, KnownSourceLabel>;
  learn(found: Record<string, KnownSourceLabel>): void;
};

const Shared = createContext<Sharing | null>(null);
const Known = createContext<Record<string, KnownSourceLabel>>({});
const Sourced = createContext<Record<string, SourcedValue>>({});
const Fixed = createContext<Partial<IncidentForm>>({});

/**
 * What a form knows from the start: sources by reference, rows that it speaks of but does not hold, and by their keys
 * the groups and events that were saved before.
 */
export function FormBackground(props: {
  known: Record<string, KnownSourceLabel>;
  rows?: Partial<IncidentForm>;
  sourced?: Record<string, SourcedValue>;
  children: ReactNode;
}) {
  return (
    <Known value={props.known}>
      <Fixed value={props.rows ?? NOTHING}>
        <Sourced value={props.sourced ?? NOTHING}>{props.children}</Sourced>
      </Fixed>
    </Known>
  );
}

const NOTHING = {};

/** What the sources say of a saved row; null for a row that is new. */
export function useSourced(key: string | undefined): SourcedValue | null {
  return useContext(Sourced)[key ?? ""] ?? null;
}

/** Lets every part of a form see what is typed in the others. */
export function TypedForm({ children }: { children: ReactNode }) {
  const atFirst = useContext(Known);
  const rows = useContext(Fixed);
  const [learned, setLearned] = useState(atFirst);
  const value = useDeferredValue(useFormMetadata().value as unknown);
  const sharing = useMemo((): Sharing => {
    const form = { ...incidentFormSchema.parse(value), ...rows };
    return {
      form,
      known: learned,
      learn: (found) => setLearned((before) => ({ ...before, ...found })),
      textOf: (name) => textAt(value, name),
      publishedOf: (key) => {
        const source = form.sources.find((row) => row.key === key);
        if (!source) return null;
        if (source.mode !== "known") return parseTypedDate(source.published).date;
        return learned[readReference("SRC", source.ref) ?? ""]?.published ?? null;
      },
    };
  }, [value, rows, learned]);
  return <Shared value={sharing}>{children}</Shared>;
}

export function useTypedForm(): Sharing {
  const sharing = useContext(Shared);
  if (!sharing) throw new Error("A field that looks at others stands outside of TypedForm.");
  return sharing;
}

function textAt(value: unknown, name: string): string {
  let at = value;
  for (const step of name.split(/[.[\]]+/).filter(Boolean))
    at = (at as Record<string, unknown> | undefined)?.[step];
  return typeof at === "string" ? at : "";
}
