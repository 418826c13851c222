import { PEOPLE_NOUNS } from "../lexicon/en/people-nouns";
import { KIND_OF_PLACE } from "../lexicon/en/place-words";
import { exactly, type FoundPeople, people } from "./found-people";
import { nationAt } from "./nation-at";
import type { TaggedWord } from "./tag-words";

/** Somebody who is told of by name right before word `at`: "Lu Siwei was detained"; null = no name stands there. */
export function namedPersonBefore(words: readonly TaggedWord[], at: number): FoundPeople | null {
  const to = behindAside(words, at);
  // A name that was taken out before.
  if (words[to - 1]?.text === "]" && words[to - 2]?.lower === "name")
    return people(words, to - 3, to, { definite: true, single: true });
  let from = to;
  while (from > 0 && to - from < 4 && isName(words, from - 1)) from--;
  if (to - from < 1 || nationAt(words, from) || KIND_OF_PLACE.test(words[to - 1]!.lower))
    return null;
  const opens =
    from === 0 ||
    /^(?:[,:;"“”(—–-]|that|and|but|when|after|mr|mrs|ms|\.)$/.test(words[from - 1]!.lower) ||
    // "the publisher Gui Minhai"
    (to - from > 1 && /^(?:the|an?)$/.test(words[from - 2]?.lower ?? ""));
  // A name of one word at the beginning may be any word that is written large there.
  if (!opens || (from === 0 && to - from < 2 && to === at)) return null;
  const before = words[from - 1]?.lower === "and" ? namedPersonBefore(words, from - 1) : null;
  if (!before) return people(words, from, to, { definite: true, single: true });
  // "Jiang Yefei and Dong Guangping": two.
  const number = (before.count.best ?? 1) + 1;
  return people(words, before.from, to, {
    definite: true,
    counted: true,
    count: exactly(number),
  });
}

/** "arrested former leader Ruben Vardanyan on Sept. 27": somebody named as the object; null = nobody is. */
export function namedPersonBehind(words: readonly TaggedWord[], at: number): FoundPeople | null {
  let to = at;
  while (to < words.length && to - at < 8 && (isName(words, to) || isTitle(words[to]!))) to++;
  let from = to;
  while (from > at && isName(words, from - 1)) from--;
  if (to - from < 2 || nationAt(words, from) || KIND_OF_PLACE.test(words[to]?.lower ?? ""))
    return null;
  const next = words[to];
  if (
    next?.isWord &&
    !/^(?:in|on|at|near|as|after|when|while|from|to|and|who|last|for|during|by|back)$/.test(
      next.lower,
    )
  )
    return null;
  return people(words, from, to, { definite: true, single: true });
}

/** A word that may stand before a name: "former activist", "journalist". */
const isTitle = ({ lower, verb }: TaggedWord) =>
  !verb &&
  (PEOPLE_NOUNS.has(lower) ||
    /^(?:former|the|a|dissident|opposition|exiled|prominent)$/.test(lower));

/** "Lu Siwei, 50, was detained", "Yevgeny, who is in his twenties, was held": past what stands between commas. */
function behindAside(words: readonly TaggedWord[], at: number): number {
  if (words[at - 1]?.lower !== ",") return at;
  for (let comma = at - 3; comma > Math.max(0, at - 24); comma--) {
    if (words[comma]!.lower !== ",") continue;
    const opens = /^(?:who|whose|an?|the|then|now|aged|\d{1,2})$/.test(words[comma + 1]!.lower);
    return opens && isName(words, comma - 1) ? comma : at;
  }
  return at;
}

function isName(words: readonly TaggedWord[], at: number): boolean {
  const { text, lower, isWord } = words[at]!;
  if (isWord && /^(?:bin|al|ibn|van|de)$/.test(lower)) return true;
  if (isWord && /^\p{Lu}\.?$/u.test(text) && lower !== "i" && lower !== "a") return true;
  return isWord && /^\p{Lu}[\p{Ll}'’-]/u.test(text) && !NO_NAME.test(lower);
}

const NO_NAME =
  /^(?:the|these|those|this|that|its|their|his|her|some|many|most|all|both|several|others?|none|nobody|everyone|they|he|she|we|it|who|i|police|officials?|authorities|government|court|ministry|group|party|union|commission|committee|network|foundation|watch|nations|refugees?|defectors?|migrants?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|last|earlier|later|meanwhile|since|in|on|at|after|before|when|while|as|if|according|once|then|there|here|and|but|or|another|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|people|families|women|men|children|not|no|none|only|also|what|how|where)$/;
