/**
 * Further names of places of the gazetteer as reports write them, by the gazetteer's id.
 * Capitals that stand for their government are not names of the country: they stay towns.
 */
export const EXTRA_NAMES: Record<string, readonly string[]> = {
  US: ["U.S", "USA", "US", "America", "미국", "美国"],
  GB: ["Britain", "U.K", "UK", "영국", "英国"],
  AE: ["UAE", "Emirates"],
  TR: ["Turkey", "Turkiye", "터키", "튀르키예", "土耳其"],
  CD: ["DR Congo", "DRC"],
  CI: ["Ivory Coast"],
  CZ: ["Czech Republic"],
  BY: ["Belorussia"],
  MM: ["미얀마", "缅甸"],
  SZ: ["Swaziland"],
  KP: ["북한", "북측", "朝鲜", "朝鮮", "北韓"],
  KR: ["South Korea", "한국", "韩国"],
  KG: ["Kyrgyzstan"],
  SA: ["Saudi"],
  PS: ["Palestine", "Gaza", "West Bank"],
};

/** Province names that are ordinary words: only believed before "province", "state" and the like. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `central eastern western northern southern north south east west capital male man nan tak mary union centre center
  coast federal bank border van victoria saint sing trat loei batman mus ordu upper lower river delta niger nord sud
  est ouest centro norte sur islands island lakes bay bar mountain national metropolitan nelson liberty free state
  cross may march june april salah reading bath kim lee park chung jung song han kang yang lin hong
  min ho asia media islamic army police press times post radio world cash rights mission watch nation red green blue
  white black may chin mon somali jewish diana altai littoral maritime fars`.split(/\s+/),
);
