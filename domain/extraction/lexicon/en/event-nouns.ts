import type { DraftType } from "../../drafts";

/** Nouns for what happened: "the arrest of 12 defectors", "the handovers". */
export const EVENT_NOUNS: ReadonlyMap<string, DraftType> = new Map(
  (
    [
      [
        "arrest",
        "arrest arrests capture seizure apprehension round-up roundup detention detentions",
      ],
      [
        "deportation",
        "deportation deportations repatriation repatriations return returns handover handovers expulsion expulsions refoulement extradition pushback pushbacks removal removals transfer-back",
      ],
      ["release", "release releases"],
      ["transfer", "transfer transfers"],
      ["sentencing", "sentencing sentences trial trials conviction convictions jailing"],
      ["death_in_custody", "death deaths"],
    ] as const
  ).flatMap(([type, words]) => words.split(" ").map((word) => [word, type] as const)),
);

/** Verbs by which a noun is said to have happened. */
export const HAPPEN_VERBS: ReadonlySet<string> = new Set(
  "took taken occurred happened carried conducted confirmed followed reported came made held place".split(
    " ",
  ),
);
