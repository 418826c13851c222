import type { EventVerb } from "./event-verb";
import { OUTCOME_VERBS } from "./outcome-words";

/** Verbs by which people are brought to where they are held. */
const TAKEN_TO_CUSTODY = [
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

const phrases = (...parts: string[]) =>
  parts
    .reduce<string[]>(
      (all, part) => all.flatMap((head) => part.split("|").map((word) => `${head} ${word}`)),
      [""],
    )
    .map((phrase) => phrase.replace(/\s+/g, " ").trim())
    .join("|");

/** "out of a guesthouse". */
const OUT_OF_HOUSE = phrases(
  "out of|from",
  "a|the|their|his|her|its",
  "|*",
  "house|home|homes|apartment|flat|hotel|guesthouse|hostel|dormitory|church|restaurant|hideout|shelter|workplace|school|mosque|monastery",
);

/** Verbs by which people are moved to a border or over it. */
const TAKEN_TO_BORDER = [
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
const TAKEN_ABROAD = [
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
const LEFT_AT_BORDER = [
  "dump dumps dumping dumped dumped",
  "drop drops dropping dropped dropped",
  "abandon abandons abandoning abandoned abandoned",
  "strand strands stranding stranded stranded",
  "set sets setting set set",
];

/** "over the border", "across its southern frontier". */
const OVER_BORDER = phrases("over|across", "the|its|their|a", "|*", "border|frontier|bridge|line");

/** "to the border", "to the Moreh crossing". */
const TO_BORDER = `to customs|${phrases("to", "the|a|", "|*|* *", "border|frontier|bridge|crossing|crossings|customs|checkpoint")}`;

const AT_BORDER = `in the desert|${phrases("at|on|near", "the|a", "|*", "border|frontier|crossing")}`;

/** "on a plane", "onto buses", "aboard a chartered ship". */
const ON_VEHICLES = phrases(
  "on|onto|aboard|on board",
  "a|an|the|",
  "|*",
  "plane|planes|flight|flights|bus|buses|train|trains|boat|boats|ship|ships|truck|trucks|ferry|jet",
);

/** "off the bus", "off a night train". */
const OFF_VEHICLES = "bus train boat plane truck ship van flight car coach ferry minibus"
  .split(" ")
  .flatMap((vehicle) =>
    ["a", "the", "their", "a *", "the *"]
      .map((article) => `off ${article} ${vehicle}`)
      .concat(`off ${vehicle}${vehicle === "bus" ? "es" : vehicle === "ferry" ? "" : "s"}`),
  )
  .join("|");

export const EVENT_VERBS: readonly EventVerb[] = [
  { type: "arrest", verb: "arrest arrests arresting arrested arrested" },
  { type: "arrest", verb: "detain detains detaining detained detained" },
  { type: "arrest", verb: "seize seizes seizing seized seized" },
  { type: "arrest", verb: "capture captures capturing captured captured" },
  { type: "arrest", verb: "apprehend apprehends apprehending apprehended apprehended" },
  { type: "arrest", verb: "nab nabs nabbing nabbed nabbed" },
  { type: "arrest", verb: "catch catches catching caught caught" },
  { type: "arrest", verb: "abduct abducts abducting abducted abducted" },
  { type: "arrest", verb: "round rounds rounding rounded rounded", gap: "up" },
  { type: "arrest", verb: "pick picks picking picked picked", gap: "up" },
  {
    type: "arrest",
    verb: "take takes taking took taken",
    gap: `into custody|into detention|into police custody|into immigration custody|into * custody|prisoner|captive|away|from their homes|from his home|from her home|${OFF_VEHICLES}`,
  },
  {
    type: "arrest",
    verb: "pull pulls pulling pulled pulled",
    gap: `off a|off the|from a bus|from the bus|from a train|from the train|from a car|from their|${OFF_VEHICLES}`,
  },
  { type: "arrest", verb: "remove removes removing removed removed", gap: OFF_VEHICLES },
  {
    type: "arrest",
    verb: "drag drags dragging dragged dragged",
    gap: `away|from their|${OFF_VEHICLES}`,
  },
  { type: "arrest", verb: "lead leads leading led led", gap: `away|off in|${OUT_OF_HOUSE}` },
  { type: "arrest", verb: "take takes taking took taken", gap: OUT_OF_HOUSE },
  { type: "arrest", verb: "haul hauls hauling hauled hauled", gap: "away|off|in" },
  { type: "arrest", verb: "grab grabs grabbing grabbed grabbed", needs: "police" },
  { type: "arrest", verb: "snatch snatches snatching snatched snatched" },
  { type: "arrest", verb: "kidnap kidnaps kidnapping kidnapped kidnapped" },
  {
    type: "arrest",
    verb: "place places placing placed placed",
    gap: "under arrest|under house arrest|in custody|in detention|in administrative detention|in pretrial detention",
  },
  {
    type: "detention",
    verb: "put puts putting put put",
    gap: "in custody|in detention|in jail|in prison|in a cell|behind bars|under house arrest|into custody|into detention",
  },
  {
    type: "detention",
    verb: "throw throws throwing threw thrown",
    gap: "in jail|in prison|into jail|into prison|behind bars",
  },
  { type: "detention", verb: "remand remands remanding remanded remanded" },
  { type: "detention", verb: "incarcerate incarcerates incarcerating incarcerated incarcerated" },
  { type: "detention", verb: "confine confines confining confined confined", needs: "custody" },
  {
    type: "detention",
    verb: "languish languishes languishing languished languished",
    needs: "custody",
    alone: true,
  },
  { type: "arrest", verb: "bring brings bringing brought brought", gap: "in for questioning" },
  {
    type: "arrest",
    verb: "intercept intercepts intercepting intercepted intercepted",
    needs: "police",
  },
  { type: "arrest", verb: "stop stops stopping stopped stopped", needs: "police" },
  {
    type: "death_in_custody",
    verb: "find finds finding found found",
    gap: "dead|hanged|hanging",
    needs: "custody",
  },
  { type: "arrest", verb: "find finds finding found found", needs: "known" },
  { type: "arrest", verb: "discover discovers discovering discovered discovered", needs: "known" },
  { type: "arrest", verb: "locate locates locating located located", needs: "known" },
  { type: "arrest", verb: "spot spots spotting spotted spotted", needs: "known" },
  { type: "detention", verb: "hold holds holding held held", needs: "custody" },
  { type: "detention", verb: "hold holds holding held held", needs: "people" },
  { type: "detention", verb: "keep keeps keeping kept kept", needs: "custody" },
  {
    type: "detention",
    verb: "place places placing placed placed",
    gap: "in a|in the|in an|at a|at the",
    needs: "custody",
  },
  ...TAKEN_TO_CUSTODY.map(
    (verb): EventVerb => ({
      type: "detention",
      verb,
      gap: "to a|to the|to an|to police|to jail|to prison|into a|over to a|over to the",
      needs: "custody",
    }),
  ),
  {
    type: "transfer",
    verb: "send sends sending sent sent",
    gap: "to a|to the|to an|to prison|to jail|to labor|to labour",
    needs: "custody",
  },
  {
    type: "detention",
    verb: "hand hands handing handed handed",
    gap: "over to police|over to the police|over to immigration|over to local|to police|to immigration|over to the immigration",
  },
  { type: "detention", verb: "question questions questioning questioned -", needs: "custody" },
  { type: "detention", verb: "spend spends spending spent spent", needs: "custody", alone: true },
  { type: "detention", verb: "lock locks locking locked locked", gap: "up" },
  { type: "detention", verb: "intern interns interning interned interned" },
  {
    type: "detention",
    verb: "remain remains remaining remained remained",
    gap: "in custody|in detention|in jail|in prison|behind bars|detained",
    alone: true,
  },
  {
    type: "detention",
    verb: "stay stays - stayed stayed",
    gap: "in a|behind in",
    needs: "custody",
    close: true,
    alone: true,
  },
  {
    type: "detention",
    verb: "stay stays staying stayed stayed",
    gap: "in custody|in detention|in jail|in prison|behind bars|detained",
    alone: true,
  },
  { type: "transfer", verb: "transfer transfers transferring transferred transferred" },
  {
    type: "transfer",
    verb: "move moves moving moved moved",
    gap: "to|into|from|out of|out|on to|away",
    needs: "known",
  },
  {
    type: "transfer",
    verb: "relocate relocates relocating relocated relocated",
    gap: "to|into|from|out of|out|on to|away",
    needs: "known",
  },
  {
    type: "transfer",
    verb: "bus buses bussing bused bussed",
    gap: "to|into|from|out of|out|on to|away",
    needs: "known",
  },
  { type: "deportation", verb: "deport deports deporting deported deported" },
  { type: "deportation", verb: "repatriate repatriates repatriating repatriated repatriated" },
  { type: "deportation", verb: "expel expels expelling expelled expelled" },
  { type: "deportation", verb: "refoule refoules refouling refouled refouled" },
  { type: "deportation", verb: "- - - had had", gap: "to leave", close: true, alone: true },
  { type: "deportation", verb: "extradite extradites extraditing extradited extradited" },
  {
    type: "deportation",
    verb: "send sends sending sent sent",
    gap: "back|home|to their home|back home|to the border|across|over the border",
  },
  ...TAKEN_ABROAD.map(
    (verb): EventVerb => ({ type: "deportation", verb, gap: "to|into", needs: "abroad" }),
  ),
  { type: "deportation", verb: "return returns returning returned returned" },
  { type: "deportation", verb: "hand hands handing handed handed", gap: "over|to|back" },
  {
    type: "deportation",
    verb: "give gives giving gave given",
    gap: "up|to the * side|to the * authorities|to * police|to * officials|to * agents",
    needs: "people",
  },
  {
    type: "deportation",
    verb: "surrender surrenders surrendering surrendered -",
    gap: "to",
    needs: "people",
  },
  { type: "deportation", verb: "turn turns turning turned turned", gap: "over|back" },
  {
    type: "deportation",
    verb: "put puts putting put put",
    gap: `${ON_VEHICLES}|${OVER_BORDER}`,
  },
  { type: "deportation", verb: "load loads loading loaded loaded", gap: ON_VEHICLES },
  { type: "deportation", verb: "fly flies flying flew flown", gap: "home|back|to|out|from" },
  { type: "deportation", verb: "ship ships shipping shipped shipped", gap: "back|home" },
  ...TAKEN_TO_BORDER.map(
    (verb): EventVerb => ({
      type: "deportation",
      verb,
      gap: `back|across|${OVER_BORDER}|${TO_BORDER}`,
    }),
  ),
  ...LEFT_AT_BORDER.map(
    (verb): EventVerb => ({ type: "deportation", verb, gap: `${AT_BORDER}|${OVER_BORDER}` }),
  ),
  { type: "deportation", verb: "take takes taking took taken", gap: "home|through" },
  { type: "deportation", verb: "escort escorts escorting escorted escorted", gap: "home|over" },
  { type: "deportation", verb: "ferry ferries ferrying ferried ferried", gap: "home" },
  { type: "deportation", verb: "bus buses bussing bused bussed", gap: "home" },
  {
    type: "deportation",
    verb: "force forces forcing forced forced",
    gap: "back|home|across|to return|to leave|out|onto",
  },
  { type: "deportation", verb: "remove removes removing removed removed", needs: "place" },
  {
    type: "deportation",
    verb: "carry carries carrying carried carried",
    needs: "flight",
  },
  {
    type: "deportation",
    verb: "go goes going went gone",
    gap: "back|home",
    unforced: true,
    alone: true,
  },
  {
    type: "deportation",
    verb: "come comes coming came come",
    gap: "back|home|across from|over from",
    unforced: true,
    alone: true,
  },
  {
    type: "deportation",
    verb: "cross crosses crossing crossed crossed",
    gap: "at|through|via|into|over",
    needs: "known",
    unforced: true,
    alone: true,
  },
  ...OUTCOME_VERBS,
  // "Panama took in 299 deportees": sent out by another country.
  {
    type: "deportation",
    verb: "take takes taking took taken",
    gap: "in",
    needs: "deportees",
    close: true,
  },
  { type: "deportation", verb: "receive receives receiving received received", needs: "deportees" },
  { type: "deportation", verb: "accept accepts accepting accepted accepted", needs: "deportees" },
];
