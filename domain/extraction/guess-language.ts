import type { ReaderLanguage } from "./drafts";

/** The language of a text by its script: Hangul is Korean, other Han Chinese, anything else is read as English. */
export function guessLanguage(text: string): ReaderLanguage {
  const sample = text.slice(0, 20_000);
  const hangul = sample.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (hangul * 3 > latin && hangul >= han) return hangul > 0 ? "ko" : "en";
  return han * 3 > latin && han > 0 ? "zh" : "en";
}
