import "@citation-js/plugin-bibtex";
import { plugins } from "@citation-js/core";
import type { ApiSource } from "../domain/api/api-source";
import { type CslItem, cslItem } from "../domain/api/csl-item";

type Format = { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean };

// A reference is the label; letters of other scripts stay as they are, or the library would drop them.
Object.assign(plugins.config.get("@bibtex").format as Format, {
  useIdAsLabel: true,
  checkLabel: false,
  asciiOnly: false,
});

/** Sources as BibTeX in UTF-8, a batch at a time; by their references. Of the library only its output is used, which asks nobody. */
export async function* sourcesBibtex(
  batches: AsyncIterable<readonly ApiSource[]>,
): AsyncGenerator<string, void, undefined> {
  for await (const batch of batches) if (batch.length > 0) yield bibtexText(batch);
}

function bibtexText(sources: readonly ApiSource[]): string {
  const items = sources.map((source) => plainItem(cslItem(source)));
  const text = unmask(plugins.output.format("bibtex", items)).replaceAll("\t", "  ");
  // The library ends with an empty line, which would tell where a batch ended.
  return `${text.trimEnd()}\n`;
}

/** What BibTeX has no field for goes into the note: dates that are no day, month or year, where it is archived, when it was read. */
function plainItem({ custom, accessed, issued, ...item }: CslItem): object {
  const { published, archived_url } = custom;
  const isPlain = issued && "date-parts" in issued && !issued.circa;
  const note = [
    !isPlain && published?.edtf ? `Published ${published.edtf}` : "",
    archived_url && `Archived at ${archived_url}`,
    accessed && "date-parts" in accessed ? `Accessed ${daysOf(accessed["date-parts"])}` : "",
  ];
  return {
    ...item,
    ...(issued &&
      "date-parts" in issued && { issued: { "date-parts": [issued["date-parts"][0]] } }),
    ...(item.title && { title: mask(item.title) }),
    ...(item.publisher && { publisher: mask(item.publisher) }),
    ...(item["container-title"] && { "container-title": mask(item["container-title"]) }),
    ...(item.URL && { URL: inBraces(item.URL) }),
    note: mask(note.filter(Boolean).join("; ")) || undefined,
  };
}

function daysOf(parts: readonly (readonly (number | undefined)[])[]): string {
  return (parts[0] ?? []).map((part) => String(part).padStart(2, "0")).join("-");
}

/** Signs that TeX would take for its own, or the library for its markup, and how TeX writes them. */
const SIGNS: readonly [string, string][] = [
  ["\\", "\\textbackslash{}"],
  ["{", "\\{"],
  ["}", "\\}"],
  ["&", "\\&"],
  ["%", "\\%"],
  ["$", "\\$"],
  ["#", "\\#"],
  ["_", "\\_"],
  ["~", "\\textasciitilde{}"],
  ["^", "\\textasciicircum{}"],
  ["<", "<"],
];

/** While the library works, a sign is a character that no text has. */
const FIRST_MASK = 0xfdd0;
const maskOf = new Map(SIGNS.map(([sign], at) => [sign, String.fromCharCode(FIRST_MASK + at)]));

function mask(text: string): string {
  const line = text.replaceAll(/[\u{FDD0}-\u{FDEF}]/gu, "\uFFFD").replaceAll(/\s+/g, " ");
  return line.replaceAll(/[\\{}&%$#_~^<]/g, (sign) => maskOf.get(sign)!);
}

function unmask(text: string): string {
  return text.replaceAll(
    /[\u{FDD0}-\u{FDEF}]/gu,
    (sign) => SIGNS[sign.charCodeAt(0) - FIRST_MASK]![1],
  );
}

/** An address is taken as it is, but must not end the field it stands in. */
function inBraces(url: string): string {
  return url.replaceAll(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
}
