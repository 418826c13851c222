import { writeFileSync } from "node:fs";
import { codebookMarkdown } from "../domain/tables/codebook-markdown";
import { Misunderstood } from "./outcome";
import { texts } from "./texts";

/** Writes the codebook as Markdown, made from the program itself; returns the line to print. */
export async function writeCodebook(
  _databaseUrl: string,
  given: { file?: unknown },
): Promise<string> {
  if (typeof given.file !== "string") throw new Misunderstood("codebook needs a FILE to write to.");
  writeFileSync(given.file, codebookMarkdown(texts().say));
  return `Wrote the codebook to ${given.file}.`;
}
