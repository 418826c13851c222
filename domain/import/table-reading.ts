import { z } from "zod";

/** The encodings a table may be in, by their labels in the WHATWG Encoding Standard; `euc-kr` is CP949 there. */
export const TABLE_ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1250",
  "windows-1251",
  "windows-1252",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "euc-kr",
  "gb18030",
  "koi8-r",
] as const;
export type TableEncoding = (typeof TABLE_ENCODINGS)[number];

export const TABLE_DELIMITERS = [",", "\t", ";"] as const;
export type TableDelimiter = (typeof TABLE_DELIMITERS)[number];

/**
 * How the bytes of a table are read. `bom`: it begins with a byte order mark, which is no part of the first header.
 */
export const tableReadingSchema = z.object({
  encoding: z.enum(TABLE_ENCODINGS),
  bom: z.boolean(),
  delimiter: z.enum(TABLE_DELIMITERS),
});
export type TableReading = z.infer<typeof tableReadingSchema>;
