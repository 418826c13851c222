import { addDays, daysBetween, isDay } from "./partial-date";

/** What is drawn of a timeline: its first and last day, both inclusive, years 1000..9999. */
export type TimelineWindow = { from: string; to: string };

/** A week is the nearest one can look. */
const LEAST_DAYS = 7;
const FIRST_DAY = "1000-01-01";
const LAST_DAY = "9999-12-31";
const MOST_DAYS = daysBetween(FIRST_DAY, LAST_DAY) + 1;

/** How many days a window shows. */
export function windowDays({ from, to }: TimelineWindow): number {
  return daysBetween(from, to) + 1;
}

/**
 * What is drawn where the address does not say: the time asked for, else all known days, and a twentieth on either
 * side. A side that is not asked for is the outermost known day. Null where no day is known at all.
 */
export function usualWindow(
  asked: { from: string | null; to: string | null },
  known: TimelineWindow | null,
): TimelineWindow | null {
  const from = asked.from ?? earlier(known?.from, asked.to);
  const to = asked.to ?? later(known?.to, asked.from);
  if (from === null || to === null || from > to) return null;
  const margin = Math.max(1, Math.round(windowDays({ from, to }) / 20));
  return fitWindow({ from: addDays(from, -margin), to: addDays(to, margin) });
}

/** The same width, nearer or farther: `factor` below 1 looks closer. `at`, 0..1: the place that stays where it is. */
export function zoomWindow(window: TimelineWindow, factor: number, at = 0.5): TimelineWindow {
  const days = windowDays(window);
  const width = Math.min(Math.max(Math.round(days * factor), LEAST_DAYS), MOST_DAYS);
  const from = Math.round((days - width) * at);
  return fitWindow({
    from: addDays(window.from, from),
    to: addDays(window.from, from + width - 1),
  });
}

/** The same width, moved by a share of it; positive is later. Stops at the ends of the calendar. */
export function panWindow(window: TimelineWindow, share: number): TimelineWindow {
  const days = windowDays(window);
  const wanted = Math.round(days * share);
  const most = share < 0 ? daysBetween(window.from, FIRST_DAY) : daysBetween(window.to, LAST_DAY);
  const by = share < 0 ? Math.max(wanted, most) : Math.min(wanted, most);
  return { from: addDays(window.from, by), to: addDays(window.to, by) };
}

/** A window at least a week wide and within the calendar; one that is too narrow grows on both sides. */
export function fitWindow({ from, to }: TimelineWindow): TimelineWindow {
  const lacks = LEAST_DAYS - windowDays({ from, to });
  if (lacks <= 0) return { from, to };
  const first = addDays(from, -Math.floor(lacks / 2));
  const last = addDays(first, LEAST_DAYS - 1);
  return { from: addDays(last, 1 - LEAST_DAYS), to: last };
}

/** `2014-01-01..2015-12-31`, as an address writes a window. */
export function writeWindow({ from, to }: TimelineWindow): string {
  return `${from}..${to}`;
}

/** The window that a text writes; null where it writes none, or one that ends before it begins. */
export function readWindow(text: string): TimelineWindow | null {
  const [from, to, ...rest] = text.trim().split("..");
  if (from === undefined || to === undefined || rest.length > 0) return null;
  if (!isDay(from) || !isDay(to) || from > to) return null;
  return fitWindow({ from, to });
}

function earlier(known: string | undefined, asked: string | null): string | null {
  if (known === undefined || asked === null) return known ?? asked;
  return known < asked ? known : asked;
}

function later(known: string | undefined, asked: string | null): string | null {
  if (known === undefined || asked === null) return known ?? asked;
  return known > asked ? known : asked;
}
