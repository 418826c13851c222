import { decodeLoosely } from "../table/decode-bytes";
import { findEncoding } from "../table/find-encoding";

/** A file's bytes as text, its encoding found; of HTML the one it declares, where its bytes are of that. */
export async function decodeText(bytes: Uint8Array, isHtml: boolean): Promise<string> {
  const declared = isHtml ? declaredEncoding(bytes) : null;
  if (declared !== null)
    try {
      return new TextDecoder(declared, { fatal: true }).decode(bytes);
    } catch {
      // It says what it is not, or names what nobody knows: found like any other.
    }
  const { encoding } = await findEncoding(
    (async function* () {
      yield bytes;
    })(),
  );
  return decodeLoosely(bytes, encoding).replace(/^\ufeff/, "");
}

const HEAD_BYTES = 2_048;

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? null;
}
