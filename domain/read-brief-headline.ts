import type { BriefHeadline } from "./incident-row";

/**
 * What is said of an incident as a whole, of a headline in the JSON that it is stored as. Where it is in the order of
 * `headlineOf` the larger part, what is reckoned of each group and event, stands at its end and is not even parsed.
 */
export function readBriefHeadline(json: string): BriefHeadline {
  const end = json.indexOf(REST);
  if (end >= 0) return JSON.parse(`${json.slice(0, end)}}`);
  const { groups: _groups, events: _events, ...brief } = JSON.parse(json);
  return brief;
}

/** In a text the quotation marks would be escaped, so that this is a key; no other part of a headline has one like it. */
const REST = ',"groups":{';
