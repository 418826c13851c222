/** Every way to put one of each part, parted by "|", behind one of the part before it. */
const phrases = (...parts: string[]) =>
  parts
    .reduce<string[]>(
      (all, part) => all.flatMap((head) => part.split("|").map((word) => `${head} ${word}`)),
      [""],
    )
    .map((phrase) => phrase.replace(/\s+/g, " ").trim())
    .join("|");

/** Verbs by which people are brought to where they are held. */
export const TAKEN_TO_CUSTODY = [
  "take takes taking took taken",
  "bring brings bringing brought brought",
  "lead leads leading led led",
  "drive drives driving drove driven",
  "escort escorts escorting escorted escorted",
  "march marches marching marched marched",
  "fly flies flying flew flown",
  "hand hands handing handed handed",
  "deliver delivers delivering delivered delivered",
  "bus buses bussing bused bussed",
];

/** "out of a guesthouse". */
export const OUT_OF_HOUSE = phrases(
  "out of|from",
  "a|the|their|his|her|its",
  "|*",
  "house|home|homes|apartment|flat|hotel|guesthouse|hostel|dormitory|church|restaurant|hideout|shelter|workplace|school|mosque|monastery",
);

/** Verbs by which people are moved to a border or over it. */
export const TAKEN_TO_BORDER = [
  "take takes taking took taken",
  "bring brings bringing brought brought",
  "drive drives driving drove driven",
  "escort escorts escorting escorted escorted",
  "march marches marching marched marched",
  "ferry ferries ferrying ferried ferried",
  "bus buses bussing bused bussed",
  "push pushes pushing pushed pushed",
  "truck trucks trucking trucked trucked",
  "transport transports transporting transported transported",
  "lead leads leading led led",
  "carry carries carrying carried carried",
  "chase chases chasing chased chased",
  "herd herds herding herded herded",
];

/** Verbs by which people are moved to another country, where one is named. */
export const TAKEN_ABROAD = [
  "send sends sending sent sent",
  "ship ships shipping shipped shipped",
  "take takes taking took taken",
  "drive drives driving drove driven",
  "bus buses bussing bused bussed",
  "bring brings bringing brought brought",
  "push pushes pushing pushed pushed",
  "force forces forcing forced forced",
  "escort escorts escorting escorted escorted",
  "transport transports transporting transported transported",
];

/** Verbs by which people are left there. */
export const LEFT_AT_BORDER = [
  "dump dumps dumping dumped dumped",
  "drop drops dropping dropped dropped",
  "abandon abandons abandoning abandoned abandoned",
  "strand strands stranding stranded stranded",
  "set sets setting set set",
];

/** "over the border", "across its southern frontier". */
export const OVER_BORDER = phrases(
  "over|across",
  "the|its|their|a",
  "|*",
  "border|frontier|bridge|line",
);

/** "to the border", "to the Moreh crossing". */
export const TO_BORDER = `to customs|${phrases("to", "the|a|", "|*|* *", "border|frontier|bridge|crossing|crossings|customs|checkpoint")}`;

export const AT_BORDER = `in the desert|${phrases("at|on|near", "the|a", "|*", "border|frontier|crossing")}`;

/** "on a plane", "onto buses", "aboard a chartered ship". */
export const ON_VEHICLES = phrases(
  "on|onto|aboard|on board",
  "a|an|the|",
  "|*",
  "plane|planes|flight|flights|bus|buses|train|trains|boat|boats|ship|ships|truck|trucks|ferry|jet",
);

/** "off the bus", "off a night train". */
export const OFF_VEHICLES = "bus train boat plane truck ship van flight car coach ferry minibus"
  .split(" ")
  .flatMap((vehicle) =>
    ["a", "the", "their", "a *", "the *"]
      .map((article) => `off ${article} ${vehicle}`)
      .concat(`off ${vehicle}${vehicle === "bus" ? "es" : vehicle === "ferry" ? "" : "s"}`),
  )
  .join("|");
