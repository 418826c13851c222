import traditionalToSimplified from "opencc-js/dict/TSCharacters";

/**
 * The text with each traditional Chinese character as the simplified one, character by character and whatever stands
 * beside it, so that 圖們 and 图们, 脫北 and 脱北 compare as the same. Characters that became one, as 後 and 后 did, are one.
 * Source: OpenCC's TSCharacters, of each character the first that it gives. Applying it twice changes nothing.
 */
export function simplifiedHan(text: string): string {
  return text.replace(HAN, (run) => {
    let simplified = "";
    for (const character of run) simplified += SIMPLIFIED.get(character) ?? character;
    return simplified;
  });
}

const HAN = /\p{Script=Han}+/gu;

const SIMPLIFIED = readPairs(traditionalToSimplified);

/** What becomes a character that becomes another one is that other one (薴, 苧, 苎). */
function readPairs(lines: string): Map<string, string> {
  const pairs = new Map(lines.split("|").map((line) => line.split(" ", 2) as [string, string]));
  for (const [character, simplified] of pairs)
    pairs.set(character, pairs.get(simplified) ?? simplified);
  return pairs;
}
