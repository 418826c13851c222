/**
 * Dates of incidents, in columns: so many facts, each one date of one incident; all facts of an incident follow one
 * another. By fact, `incident`: a number of its own; `date`: where its days stand in `earliest` and `latest`, whole days
 * since 1970-01-01, inclusive, `NONE` = open, both = unknown; `laneSet`: where its lanes stand in `laneSets`, none
 * where the value of the lane is not known; `isAnticipated`: 1 where something is anticipated there. By incident, `low`, `best` and `high` of its people, `NONE` = unknown.
 */
export type TimelineFacts = {
  count: number;
  incident: Uint32Array;
  date: Uint32Array;
  earliest: Int32Array;
  latest: Int32Array;
  laneSet: Uint32Array;
  laneSets: readonly (readonly number[])[];
  isAnticipated: Uint8Array;
  low: Int32Array;
  best: Int32Array;
  high: Int32Array;
};
