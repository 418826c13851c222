import type { TableEncoding, TableReading } from "../../domain/import/table-reading";
import { decodeTable } from "./decode-table";
import { findDelimiter } from "./find-delimiter";
import { findEncoding } from "./find-encoding";
import type { TableBytes } from "./open-table";

const SAMPLE_CHARACTERS = 200_000;

/**
 * How a table is likely to be read, from all its bytes, and the encodings it could be in too, the likelier first.
 * `given`: what somebody has chosen, which is not guessed. Errors: `table.line_too_long`.
 */
export async function findTableReading(
  bytes: TableBytes,
  given: Partial<Pick<TableReading, "encoding" | "delimiter">> = {},
): Promise<{ reading: TableReading; others: TableEncoding[] }> {
  const found = await findEncoding(bytes());
  const encoding = given.encoding ?? found.encoding;
  const bom = found.bom && encoding === found.encoding;
  const delimiter = given.delimiter ?? findDelimiter(await firstText(bytes, { encoding, bom }));
  const others = [found.encoding, ...found.others].filter((other) => other !== encoding);
  return { reading: { encoding, bom, delimiter }, others };
}

/** Whole lines from the beginning, some 200,000 characters. */
async function firstText(
  bytes: TableBytes,
  reading: Pick<TableReading, "encoding" | "bom">,
): Promise<string> {
  let text = "";
  for await (const piece of decodeTable(bytes(), reading, () => {})) {
    text += piece;
    if (text.length >= SAMPLE_CHARACTERS) break;
  }
  return text;
}
