import { indexWords } from "../search-words";

/**
 * The words by which a case is told from others: as search knows them (Chinese, Japanese and Korean in pairs), without
 * those that stand in the report of nearly any case, and without single characters.
 */
export function tellingWords(texts: readonly string[]): Set<string> {
  const words = texts.flatMap(indexWords);
  return new Set(words.filter((word) => [...word].length > 1 && !COMMON.has(word)));
}

const COMMON = new Set(
  [
    "a about after all also an and any are as at be been before being but by can could did do for from had has have he",
    "her his how if in into is it its last many may more most no nor not of on one only or other out over said say says",
    "she so some such than that the their them then there these they this those to told two under until up was were",
    "what when where which while who will with would",
    "arrest arrested arrests authorities border caught china chinese country defector defectors deport deportation",
    "deported detained detention family families group groups held home incident korea korean koreans month north",
    "officers people person persons police refuge refugee refugees repatriated repatriation report reported reports",
    "return returned seeking sent south way week year years",
    "중국 북한 탈북 북자 체포 송환 강제 경찰 구금 中国 朝鲜 脱北 北者 警方 被捕 遣返 拘留",
  ].flatMap((line) => line.split(" ")),
);
