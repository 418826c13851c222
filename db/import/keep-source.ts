import { toEdtf } from "../../domain/edtf";
import type { IncidentItem } from "../../domain/import/import-item";
import { SOURCE_DETAILS, type SourceDetail } from "../../domain/new-source";
import type { Source } from "../../domain/source";
import type { Applying } from "./applying";
import { keepHere } from "./keep-here";

/**
 * Tells where a row says otherwise than a source that is there, which stays as it is; what the mapping says for all
 * rows is told of each source once. Returns the cells that no field holds now, by header.
 */
export async function keepSource(
  applying: Applying,
  { at, ofSources = {}, cells = {} }: IncidentItem,
  { said, id }: { said: Source; id: string },
): Promise<Record<string, string>> {
  const details = SOURCE_DETAILS.filter((detail) => ofSources[detail] !== undefined);
  if (details.length === 0) return {};
  const [there] = await applying.facts.withOrigins([id]);
  const kept: Record<string, string> = {};
  for (const detail of details) {
    const [value, here] = [textOf(said, detail), textOf(there!, detail)];
    if (value === here || value === "") continue;
    const header = ofSources[detail]!;
    if (header !== "") kept[header] = cells[header]!;
    else if (applying.told.has(`${id} ${detail}`)) continue;
    else applying.told.add(`${id} ${detail}`);
    keepHere(applying, at, { column: header || `source_${detail}`, value, here });
  }
  return kept;
}

/** Days as our own tables write them; only they are held against each other, not how sure somebody is of them. */
function textOf(source: Source, detail: SourceDetail): string {
  if (detail !== "published") return source[detail];
  return source.published ? toEdtf({ ...source.published, kind: "within", basis: "stated" }) : "";
}
