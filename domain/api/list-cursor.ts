import { z } from "zod";

/**
 * Where a page of a list ended, as values of what it is sorted by. `asked`: a digest of what was asked for, so that
 * nobody goes on in another list.
 */
export type ListCursor = { asked: string; at: readonly (string | number | null)[] };

const cursorSchema = z.tuple([
  z.string(),
  z.array(z.union([z.string(), z.number(), z.null()])).max(8),
]);

/** As an address carries it: JSON in base64url. It holds nothing that the page it ended did not tell. */
export function writeCursor({ asked, at }: ListCursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([asked, at]));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Null where the text is no cursor; whether its values fit a list, the list has to say. */
export function readCursor(text: string): ListCursor | null {
  if (text.length > MAX_LENGTH || !/^[\w-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
    const json = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const read = cursorSchema.safeParse(JSON.parse(json));
    return read.success ? { asked: read.data[0], at: read.data[1] } : null;
  } catch {
    // Neither base64 nor UTF-8 nor JSON: no cursor.
    return null;
  }
}

const MAX_LENGTH = 8_000;
