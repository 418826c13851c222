import type { DraftType } from "../../drafts";

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
   * `deportees`: only of people who are called so. `flight`: only of a flight or bus for deportation.
   */
  needs?: "police" | "deportees" | "known" | "custody" | "place" | "people" | "abroad" | "flight";
  /** Does not tell whether people were made to: "came back". */
  unforced?: boolean;
  /** Its `gap` stands right behind it: "had to leave". */
  close?: boolean;
  /** Takes no object: "went back", "died". */
  alone?: boolean;
};
