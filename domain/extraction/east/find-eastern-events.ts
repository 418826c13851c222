import type { Modality } from "../../vocabulary";
import type { DraftType } from "../drafts";
import type { Span } from "../evidence-of";
import type { EasternWords } from "./eastern-words";

/** An event word of a sentence; `attribute` = 체포된 …: it describes the people behind it. */
export type EasternEvent = Span & { type: DraftType; attribute: boolean; passive: boolean };

/** The event words of a stretch in order; those in names of places and offices are none. */
export function findEasternEvents(
  text: string,
  span: Span,
  words: EasternWords,
  language: "ko" | "zh",
): EasternEvent[] {
  const line = text.slice(span.start, span.end);
  const custody = CUSTODY.test(line);
  const found: EasternEvent[] = [];
  for (const { type, words: alternatives, needsCustody } of words.events) {
    if (needsCustody && !custody) continue;
    for (const match of line.matchAll(new RegExp(alternatives, "gu"))) {
      const [start, end] = [match.index, match.index + match[0].length];
      const behind = line.slice(end, end + 12);
      if (
        NOT_AN_EVENT.test(behind) ||
        found.some((other) => start < other.end - span.start && end > other.start - span.start)
      )
        continue;
      found.push({
        type,
        start: span.start + start,
        end: span.start + end,
        attribute:
          language === "ko" &&
          (ATTRIBUTE.test(behind) || (/[힌난진]$/u.test(match[0]) && /^ ?[가-힣]/u.test(behind))),
        passive:
          language === "zh" &&
          (/^(?:被|获|獲|落网)/u.test(match[0]) ||
            /(?:被|遭|遭到|获|獲)[^，。]{0,8}$/u.test(line.slice(Math.max(0, start - 9), start))),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const CUSTODY =
  /구금|수감|수용소|감옥|교도소|구치소|억류|拘留|关押|关进|羁押|看守所|监狱|拘押|收容/u;

const NOT_AN_EVENT =
  /^(?: ?장[에의이으]| ?시설| ?센터| ?자(?:들)?[은는이가를의 ]| ?조[ 가]| ?령| ?작전| ?대상|소[에의로가는]| ?위기(?!에)|所|中心|营|營|政策|协议|协定|者|站|行动|令)/u;

/** 된, 당한, 됐던 before a noun. */
const ATTRIBUTE =
  /^(?:된|당한|한|됐던|되었던|했던|돼 있는|되어 있는|된 것으로 알려진)(?: 뒤| 후| 이후)?(?= )(?! (?:뒤|후|이후|것|데|채|상태|바|직후))/u;

/**
 * How sure the words make an event; null = nothing that happened or is expected: a wish, a rule, a habit.
 * Korean says it behind the event word, up to the next one; Chinese before it.
 */
export function easternStance(
  text: string,
  sentence: Span,
  clause: Span,
  event: EasternEvent,
  next: EasternEvent | undefined,
  { stance }: EasternWords,
  language: "ko" | "zh",
): Modality | null {
  const whole = text.slice(sentence.start, sentence.end);
  if (new RegExp(stance.habitual, "u").test(whole)) return null;
  const until = Math.min(sentence.end, next?.start ?? sentence.end, event.end + 32);
  const near =
    language === "ko"
      ? text.slice(event.end, until)
      : text.slice(Math.max(clause.start, event.start - 14), event.start);
  const has = (words: string, where = near) => new RegExp(words, "u").test(where);
  if (has(stance.unreal)) return null;
  if (
    has(stance.unconfirmed, `${near}${text.slice(clause.start, event.start)}`) ||
    /^(?:된|한|당한|됐을) (?:것으로 (?:보인|추정)|가능성)/u.test(near)
  )
    return "unconfirmed";
  if (has(stance.denied, language === "zh" ? near.slice(-6) : near)) return "denied";
  return has(stance.anticipated) ? "anticipated" : "reported";
}
