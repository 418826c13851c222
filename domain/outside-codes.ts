/** A code that others use for the same; `scheme`: whose list it is in. */
export type OutsideCode = { scheme: string; code: string };

/**
 * The codes of HURIDOCS' micro-thesauri that stand beside ours, by the list of ours and its code. A code of ours that
 * none says exactly has none. Source: OpenEvSys, schema/mysql-dbpopulate-mt.sql; trailing zeros are dropped.
 */
const OUTSIDE_CODES: Readonly<
  Record<string, { scheme: string; codes: Readonly<Record<string, string>> }>
> = {
  eventType: {
    scheme: "HURIDOCS MT4",
    codes: {
      arrest: "030101",
      detention: "030102",
      deportation: "330101",
      disappearance: "030103",
      death_in_custody: "01010601",
    },
  },
  unit: { scheme: "HURIDOCS MT7", codes: { person: "01", family: "02" } },
  sourceKind: {
    scheme: "HURIDOCS MT16",
    codes: {
      news: "140523191601",
      government: "161805191901",
      ngo: "161805191902",
      authority: "161805191903",
      testimony: "220903200901",
      court_record: "031521182001",
      interview: "091420051801",
      other: "90",
    },
  },
  facilityKind: {
    scheme: "HURIDOCS MT17",
    codes: {
      police_station: "0305",
      prison: "0306",
      railway_station: "070301",
      consulate: "0803",
      border_crossing: "0804",
      labour_camp: "0902",
      security_agency: "0904",
      immigration_centre: "0907",
      other: "90",
      unknown: "99",
    },
  },
  linkType: { scheme: "HURIDOCS MT22", codes: { follows: "22", part_of: "21" } },
  circumstance: {
    scheme: "HURIDOCS MT23",
    codes: { pregnant: "020101", child: "0202", elderly: "0206" },
  },
  status: {
    scheme: "HURIDOCS MT25",
    codes: {
      died: "0101",
      disappeared: "0103",
      deported: "0302",
      charged: "020202",
      held: "0202",
      arrested: "0202",
      escaped: "020109",
      released: "0201",
      resettled: "030402",
      unknown: "99",
    },
  },
};

/** The outside code of one of ours, or null. */
export function outsideCodeOf(list: string, code: string | number): OutsideCode | null {
  const known = OUTSIDE_CODES[list];
  const found = known?.codes[String(code)];
  return known && found !== undefined ? { scheme: known.scheme, code: found } : null;
}
