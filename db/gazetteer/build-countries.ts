/**
 * Writes countries.json: the 249 ISO 3166-1 alpha-2 codes with the English, Korean and simplified
 * Chinese names of Unicode CLDR, as Node's own Intl carries them. Run: npx tsx db/gazetteer/build-countries.ts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const CODES = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
  BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
  EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
  HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
  LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
  NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
  TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`
  .trim()
  .split(/\s+/);

const LOCALES = { en: "en", ko: "ko", zh: "zh-Hans" } as const;

function countryName(locale: string, style: "long" | "short", code: string): string {
  const name = new Intl.DisplayNames([locale], { type: "region", style, fallback: "none" }).of(
    code,
  );
  if (!name)
    throw new Error(`This Node has no ${locale} name for ${code}; it needs full ICU data.`);
  return name.normalize("NFC");
}

const countries = CODES.map((code) => {
  const names = Object.fromEntries(
    Object.entries(LOCALES).map(([key, locale]) => [key, countryName(locale, "long", code)]),
  );
  const short = Object.values(LOCALES).map((locale) => countryName(locale, "short", code));
  const aliases = [...new Set(short)].filter((name) => !Object.values(names).includes(name));
  return `    ${JSON.stringify(code)}: ${JSON.stringify({ ...names, aliases })}`;
});

writeFileSync(
  join(import.meta.dirname, "countries.json"),
  `{\n  "cldr": ${JSON.stringify(process.versions.cldr)},\n  "countries": {\n${countries.join(",\n")}\n  }\n}\n`,
);
