import type { BriefHeadline } from "./incident-row";

/**
 * What is said of an incident as a whole, of a headline in the JSON that it is stored as, in the order of `headlineOf`.
 * The larger part, what is reckoned of each group and event, stands at its end and is not even parsed.
 */
export function readBriefHeadline(json: string): BriefHeadline {
  const end = json.indexOf(REST);
  if (end < 0) throw new Error("A headline is not in the order of its parts.");
  return JSON.parse(`${json.slice(0, end)}}`);
}

/** In a text the quotation marks would be escaped, so that this is a key; no other part of a headline has one like it. */
const REST = ',"groups":{';
