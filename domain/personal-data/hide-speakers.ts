import type { Drafts } from "../extraction/drafts";
import { findPersonalData, type PersonalDataOptions } from "./find-personal-data";
import { redact } from "./redact";

/**
 * The drafts with the names of people taken out of the names of sources: "lawyer [name]".
 * `text` is the article that the drafts were read from; what is evidence stays as it stands there.
 * As `findPersonalData`, it misses some. Time grows with the length of the text only.
 */
export function hideSpeakers(
  drafts: Drafts,
  text: string,
  options: PersonalDataOptions = {},
): Drafts {
  const marks = findPersonalData(text, options);
  return {
    ...drafts,
    incidents: drafts.incidents.map((incident) => ({
      ...incident,
      sources: incident.sources.map((source) => {
        const [{ start, end, quote }] = source.evidence;
        const inside = marks
          .filter((mark) => mark.start < end && mark.end > start)
          .map((mark) => ({
            ...mark,
            start: Math.max(0, mark.start - start),
            end: Math.min(mark.end, end) - start,
          }));
        return inside.length === 0
          ? source
          : { ...source, name: redact(quote, inside).replace(/\s+/g, " ") };
      }),
    })),
  };
}
