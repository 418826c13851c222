/**
 * Text in EUC-KR with the Hangul that CP949 adds, "\uFFFD" for each byte that is none. Node's own decoder takes
 * the added syllables for Latin letters without an error, so it is asked for the pairs of EUC-KR alone.
 */
export function decodeCp949(bytes: Uint8Array): string {
  table ??= buildTable();
  let text = "";
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) text += String.fromCharCode(byte);
    else {
      const unit = table[byte * 256 + (bytes[at + 1] ?? 0)]!;
      text += String.fromCharCode(unit || 0xfffd);
      if (unit) at++;
    }
  }
  return text;
}

let table: Uint16Array | undefined;

/** By lead and trail byte, the character of the pair; 0 = none. */
function buildTable(): Uint16Array {
  const pairs = new Uint16Array(0x10000);
  const decoder = new TextDecoder("euc-kr");
  for (let lead = 0xa1; lead <= 0xfe; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text > "\u009f" && text !== "\ufffd")
        pairs[lead * 256 + trail] = text.charCodeAt(0);
    }
  pairs[0xa2e6] = 0x20ac;
  pairs[0xa2e7] = 0xae;
  addSyllables(pairs);
  return pairs;
}

// CP949 adds, in the order of Unicode, the syllables that EUC-KR lacks, at the places it leaves free.
function addSyllables(pairs: Uint16Array): void {
  const known = new Set(pairs);
  const missing: number[] = [];
  for (let syllable = 0xac00; syllable <= 0xd7a3; syllable++)
    if (!known.has(syllable)) missing.push(syllable);
  let next = 0;
  for (let lead = 0x81; lead <= 0xc6; lead++)
    for (let trail = 0x41; trail <= (lead <= 0xa0 ? 0xfe : 0xa0); trail++) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue;
      if (next < missing.length) pairs[lead * 256 + trail] = missing[next++]!;
    }
}
