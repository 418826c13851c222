import { z } from "zod";
import type { CitedSource } from "../incident-view";
import { ACCESSES, RELIABILITIES, SOURCE_KINDS } from "../vocabulary";
import { apiDateSchema, toApiDate } from "./api-date";
import { sourceReference } from "./references";

const given = z.string().meta({ description: "Empty where the source does not give it." });

/** A source without its stored text. */
export const apiSourceSchema = z
  .object({
    reference: sourceReference,
    kind: z.enum(SOURCE_KINDS),
    publisher: given,
    title: given,
    url: given,
    language: z.string().meta({ description: "BCP 47; empty where unknown." }),
    published: apiDateSchema.nullable(),
    accessed: z.iso.date().nullable(),
    archived_url: z.string(),
    licence: z.string(),
    quotable: z.boolean().meta({ description: "Its licence lets its words be printed." }),
    reliability: z.enum(RELIABILITIES).meta({
      description: "Admiralty scale: A completely reliable to E unreliable, F cannot be judged.",
    }),
    access: z.enum(ACCESSES).meta({
      description:
        "Of a `restricted` source viewers get neither who it is nor its words; the public gets nothing.",
    }),
    derived_from: z.array(sourceReference).meta({
      description: "What it copies or cites; a derived source corroborates nothing.",
    }),
  })
  .meta({ id: "Source", description: "Where claims come from." });
export type ApiSource = z.infer<typeof apiSourceSchema>;

/** `derivedFrom`: the references of what it copies or cites. */
export function toApiSource(
  source: Omit<CitedSource, "id" | "derivedFrom">,
  derivedFrom: readonly string[],
): ApiSource {
  return {
    reference: source.ref,
    kind: source.kind,
    publisher: source.publisher,
    title: source.title,
    url: source.url,
    language: source.language,
    published: toApiDate(source.published),
    accessed: source.accessed,
    archived_url: source.archivedUrl,
    licence: source.licence,
    quotable: source.quotable,
    reliability: source.reliability,
    access: source.access,
    derived_from: [...derivedFrom],
  };
}
