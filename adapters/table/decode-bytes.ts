import type { TableEncoding } from "../../domain/import/table-reading";
import { decodeCp949 } from "./cp949";

/** Whole characters as text; null where a byte is none in this encoding. A byte order mark stays. */
export function decodeStrictly(bytes: Uint8Array, encoding: TableEncoding): string | null {
  if (STRICT.has(encoding)) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return null;
    }
  }
  const text = decodeLoosely(bytes, encoding);
  return text.includes("\ufffd") ? null : text;
}

/** As `decodeStrictly`, with "\uFFFD" for what is no character. */
export function decodeLoosely(bytes: Uint8Array, encoding: TableEncoding): string {
  if (encoding === "euc-kr") return decodeCp949(bytes);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return STRICT.has(encoding) ? text : text.replace(CONTROLS, (unit) => shownAs(unit, encoding));
}

/** Encodings that Node itself refuses wrong bytes of. */
const STRICT: ReadonlySet<TableEncoding> = new Set(["utf-8", "utf-16le", "utf-16be", "gb18030"]);

// What a single-byte encoding leaves free Node makes a control character, which no table has.
const CONTROLS = /[\u0080-\u009f]/g;

/** Node takes windows-1252 for ISO 8859-1, in which these bytes are controls. */
const WINDOWS_1252 = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";

function shownAs(unit: string, encoding: TableEncoding): string {
  return encoding === "windows-1252" ? WINDOWS_1252[unit.charCodeAt(0) - 0x80]! : "\ufffd";
}
