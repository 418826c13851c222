import type { DraftType } from "../../drafts";
import { OUTCOME_VERBS } from "./outcome-words";

/**
 * A word for what happened. `verb`: its forms, base / with s / with ing / past / participle, further ones behind.
 * `gap` = words that may stand apart from it: "sent … back", "put … on a plane"; several alternatives by "|".
 * `weak` = means it only with what `needs` says.
 */
export type EventVerb = {
  type: DraftType;
  verb: string;
  gap?: string;
  /**
   * `police`: only where police, guards or the like act. `known`: only of people told of before.
   * `people`: only where people are the object or the subject. `abroad`: only to another country.
   * `flight`: only of a flight or bus for deportation.
   */
  needs?: "police" | "known" | "custody" | "place" | "people" | "abroad" | "flight";
  /** Does not tell whether people were made to: "came back". */
  unforced?: boolean;
  /** Its `gap` stands right behind it: "had to leave". */
  close?: boolean;
  /** Takes no object: "went back", "died". */
  alone?: boolean;
};

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
    gap: "into custody|into detention|into police custody|into immigration custody|prisoner|away|off a bus|off the bus|off a train|off the train|off a boat|off a plane|off the plane|off a truck|from their homes|from his home|from her home",
  },
  {
    type: "arrest",
    verb: "pull pulls pulling pulled pulled",
    gap: "off a|off the|from a bus|from the bus|from a train|from the train|from a car|from their",
  },
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
    verb: "take takes taking took taken",
    gap: "to a|to the|to an|to police|to jail|to prison",
    needs: "custody",
  },
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
  { type: "deportation", verb: "send sends sending sent sent", gap: "to", needs: "abroad" },
  { type: "deportation", verb: "ship ships shipping shipped shipped", gap: "to", needs: "abroad" },
  { type: "deportation", verb: "take takes taking took taken", gap: "to", needs: "abroad" },
  { type: "deportation", verb: "drive drives driving drove driven", gap: "to", needs: "abroad" },
  { type: "deportation", verb: "bus buses bussing bused bussed", gap: "to", needs: "abroad" },
  { type: "deportation", verb: "return returns returning returned returned" },
  { type: "deportation", verb: "push pushes pushing pushed pushed", gap: "back" },
  { type: "deportation", verb: "hand hands handing handed handed", gap: "over|to|back" },
  { type: "deportation", verb: "turn turns turning turned turned", gap: "over|back" },
  {
    type: "deportation",
    verb: "put puts putting put put",
    gap: "on a plane|on the plane|on a flight|on a bus back|on a bus to|on buses|on a train|on trains|on a boat|on boats|on a ship|on ships|on planes|on a chartered|on a charter|aboard a|onto a|onto buses|onto planes|on flights|on a military|over the border|across the border|across the frontier|on board a",
  },
  { type: "deportation", verb: "fly flies flying flew flown", gap: "home|back|to|out|from" },
  { type: "deportation", verb: "ship ships shipping shipped shipped", gap: "back|home" },
  {
    type: "deportation",
    verb: "drive drives driving drove driven",
    gap: "back|across|to the border|over the border",
  },
  {
    type: "deportation",
    verb: "march marches marching marched marched",
    gap: "back|across|to the border|over the border",
  },
  {
    type: "deportation",
    verb: "ferry ferries ferrying ferried ferried",
    gap: "back|across|home|to the border",
  },
  {
    type: "deportation",
    verb: "bus buses bussing bused bussed",
    gap: "back|across|home|to the border",
  },
  {
    type: "deportation",
    verb: "dump dumps dumping dumped dumped",
    gap: "at the border|across the border|over the border|in the desert|on the border",
  },
  {
    type: "deportation",
    verb: "drop drops dropping dropped dropped",
    gap: "at the border|across the border|over the border",
  },
  {
    type: "deportation",
    verb: "take takes taking took taken",
    gap: "back|across|through|over the border|home",
  },
  {
    type: "deportation",
    verb: "escort escorts escorting escorted escorted",
    gap: "back|across|to the border|home|over",
  },
  { type: "deportation", verb: "bring brings bringing brought brought", gap: "back|across" },
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
];
