import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readGazetteer } from "../db/gazetteer/read-gazetteer";
import { READER_LANGUAGES } from "../domain/extraction/drafts";
import { publicationBounds } from "../domain/extraction/publication-bounds";
import { readArticle } from "../domain/extraction/read-article";
import { hideSpeakers } from "../domain/personal-data/hide-speakers";
import { Misunderstood } from "./outcome";

/**
 * The drafts of one article as JSON, the names of sources without those of people. Reads the file and nothing else: no database, no network.
 * Throws Misunderstood for what was typed wrong, and whatever reading the file throws.
 */
export async function draft(given: Record<string, unknown>): Promise<string> {
  const { file, json, published, language } = given;
  if (typeof file !== "string" || file === "")
    throw new Misunderstood("draft needs the FILE of an article.");
  if (json !== true) throw new Misunderstood("draft needs --json, the only form it prints.");
  if (published !== undefined && !(typeof published === "string" && publicationBounds(published)))
    throw new Misunderstood(
      `--published ${JSON.stringify(published)} is no date; it is written YYYY-MM-DD, such as 2014-07-23, or YYYY-MM where the day is not known.`,
    );
  const known = READER_LANGUAGES.find((code) => code === language);
  if (language !== undefined && !known)
    throw new Misunderstood(
      `--language ${JSON.stringify(language)} is not known; it is en, ko or zh.`,
    );
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await readFile(file));
  const drafts = readArticle({
    text,
    published: typeof published === "string" ? published : null,
    language: known ?? null,
    places: readGazetteer(join(import.meta.dirname, "../db/gazetteer")),
  });
  return JSON.stringify(hideSpeakers(drafts, text), null, 1);
}
