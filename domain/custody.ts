import { EVENT_TYPES, type EventType, STATUSES, type Status } from "./vocabulary";

type Meaning = {
  /** The custody status a reported event of this type leaves people in; null = it changes nothing. */
  status: Status | null;
  /** Whether an anticipated event of this type is a danger to them. */
  danger: boolean;
};

/** The one table that says which event gives which status. After HURIDOCS MT25. */
export const CUSTODY: Record<EventType, Meaning> = {
  arrest: { status: "arrested", danger: true },
  detention: { status: "held", danger: true },
  transfer: { status: "held", danger: false },
  interrogation: { status: null, danger: false },
  consular_visit: { status: null, danger: false },
  charge: { status: "charged", danger: true },
  sentencing: { status: "sentenced", danger: true },
  deportation: { status: "deported", danger: true },
  release: { status: "released", danger: false },
  escape: { status: "escaped", danger: false },
  death_in_custody: { status: "died", danger: true },
  death: { status: "died", danger: true },
  disappearance: { status: "disappeared", danger: true },
  hospitalisation: { status: null, danger: false },
  resettlement: { status: "resettled", danger: false },
  statement: { status: null, danger: false },
  other: { status: null, danger: false },
};

/** Out of the hands that held them, or beyond help: an older prediction no longer hangs over them. */
const OUT_OF_REACH: ReadonlySet<Status> = new Set([
  "died",
  "deported",
  "escaped",
  "released",
  "resettled",
]);

export function isOutOfReach(status: Status): boolean {
  return OUT_OF_REACH.has(status);
}

/** The event types whose anticipation is a danger, in the order of their list. */
export const DANGERS: readonly EventType[] = EVENT_TYPES.filter((type) => CUSTODY[type].danger);

/** Where somebody else has people in hand. */
export const IN_CUSTODY: readonly Status[] = [
  "deportation_ordered",
  "sentenced",
  "charged",
  "held",
  "arrested",
];

/** 0 = most severe. */
export function statusRank(status: Status): number {
  return STATUSES.indexOf(status);
}
