/** Abbreviations whose full stop ends no sentence, in lower case without the last stop. */
export const ABBREVIATIONS = {
  /** Only before a number: "Aug. 29", "No. 12". */
  followedByNumber: new Set(
    "jan feb mar apr jun jul aug sep sept oct nov dec no nos approx ca art p pp".split(" "),
  ),
  /** Before a name or anything else: "Mr. Kim", "St. Petersburg". */
  followedByName: new Set(
    "mr mrs ms dr prof gen col lt maj capt sgt gov sen rep rev st mt vs i.e e.g inc ltd".split(" "),
  ),
};
