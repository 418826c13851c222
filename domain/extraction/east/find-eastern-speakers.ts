import type { Span } from "../evidence-of";
import type { Speaker, When } from "../happening";
import type { EasternWords } from "./eastern-words";
import type { EasternEvent } from "./find-eastern-events";

/** Who says it: what stands before 은/는 or 에 따르면 in a sentence with a verb of saying, or before 表示. */
export function findEasternSpeakers(
  text: string,
  sentence: Span,
  words: EasternWords,
  language: "ko" | "zh",
): Speaker[] {
  const line = text.slice(sentence.start, sentence.end);
  if (!new RegExp(words.speech, "u").test(line)) return [];
  const pattern =
    language === "ko"
      ? /^(?:그러나 |또 |한편 )?(?<name>[^,。.]{2,34}?)(?:은|는|에 따르면) /u
      : new RegExp(
          `^(?:据|據|但)?(?<name>[^，。；：]{2,24}?)(?:[^，。；]{0,6}(?:${words.speech}))`,
          "u",
        );
  const match = pattern.exec(line);
  const name = match?.groups?.name?.trim();
  if (!match || !name || /^(?:이들|그들|그|이|他|他们|她|该|这)$/u.test(name)) return [];
  const start = sentence.start + match[0].indexOf(name);
  return [{ start, end: start + name.length, name }];
}

/**
 * True for the day something was said rather than done: right before a verb of saying, or in Korean right behind
 * the topic of a sentence that ends in such a verb (단체는 23일 … 밝혔다).
 */
export function isSpeechDate(
  text: string,
  sentence: Span,
  date: When,
  events: readonly EasternEvent[],
  words: EasternWords,
  language: "ko" | "zh",
): boolean {
  const speech = new RegExp(words.speech, "u");
  const behind = text.slice(
    date.end,
    Math.min(sentence.end, date.end + (language === "ko" ? 30 : 14)),
  );
  const at = behind.search(speech);
  if (at >= 0 && !events.some(({ start }) => start >= date.end && start < date.end + at))
    return true;
  if (language === "zh") return false;
  if (
    /(?:이들|그들|명|자들?|민들?|주민)(?:은|는)(?: 지난)? ?$/u.test(
      text.slice(Math.max(sentence.start, date.start - 9), date.start),
    )
  )
    return false;
  const topic = /(?:은|는)(?: 지난)? ?$/u.test(
    text.slice(Math.max(sentence.start, date.start - 5), date.start),
  );
  const bare = /^(?:(?:\d{1,2}월 ?)?\d{1,2}일|[월화수목금토일]요일|어제|오늘)$/u.test(date.text);
  const last = events.at(-1);
  const said =
    last !== undefined &&
    speech.test(text.slice(last.end, sentence.end)) &&
    /(?:고|며|라고) |다고/u.test(text.slice(last.end, sentence.end));
  return topic && bare && said;
}
