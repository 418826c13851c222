import { scaleUtc } from "d3-scale";
import { useLocale } from "next-intl";
import { addDays, daysBetween } from "../domain/partial-date";

/** Per cent of the width of the drawing, where a day begins. */
export type Scale = (day: string) => number;

export type Tick = { at: number; day: string };

/** The linear scale of an axis, its last day included. */
export function scaleOf({ from, to }: { from: string; to: string }): Scale {
  const scale = scaleUtc([utc(from), utc(addDays(to, 1))], [0, 100]);
  return (day) => scale(utc(day));
}

/** Round days, months or years, as many as are read easily; each at the beginning of its day. */
export function ticksOf({ from, to }: { from: string; to: string }, scale: Scale): Tick[] {
  const days = scaleUtc()
    .domain([utc(from), utc(addDays(to, 1))])
    .ticks(6)
    .map((time) => time.toISOString().slice(0, 10));
  return [...new Set(days)].map((day) => ({ day, at: scale(day) }));
}

/** The words below the lines of the axis. */
export function TimelineAxis({
  axis,
  ticks,
}: {
  axis: { from: string; to: string };
  ticks: Tick[];
}) {
  const locale = useLocale();
  return (
    <div className="relative h-5 text-xs text-muted lg:col-start-2">
      {spreadTicks(ticks, WIDE).map(({ at, day }, n) => (
        // Browsers may shorten a month differently from the server: the server's word stays.
        <span
          className={`absolute -translate-x-1/2 whitespace-nowrap ${spreadTicks(ticks, NARROW).some((tick) => tick.day === day) ? "" : "max-sm:hidden"}`}
          key={day}
          style={{ left: `clamp(2.5rem, ${at}%, 100% - 2.5rem)` }}
          suppressHydrationWarning
        >
          {tickLabel(day, axis, { isFirst: n === 0, locale })}
        </span>
      ))}
    </div>
  );
}

/** How far apart, in per cent of the drawing, two labels must begin so that they never touch: on a desk, on a phone. */
const WIDE = 16;
const NARROW = 30;

/** The words at a tick: as much of its date as the width of the axis calls for, the year at least at the first. */
export function tickLabel(
  day: string,
  axis: { from: string; to: string },
  { isFirst, locale }: { isFirst: boolean; locale: string },
): string {
  const days = daysBetween(axis.from, axis.to);
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone: "UTC",
    year: isFirst || days > 365 || day.endsWith("-01-01") ? "numeric" : undefined,
    month: "short",
    day: days > 365 ? undefined : "numeric",
  }).format(utc(day));
}

/** The ticks whose labels have room that are so far apart, in per cent of the drawing. */
export function spreadTicks(ticks: Tick[], apart: number): Tick[] {
  const shown: Tick[] = [];
  for (const tick of ticks) {
    // The outermost labels are moved inwards, so that they stay within the drawing.
    const at = Math.min(Math.max(tick.at, apart / 2), 100 - apart / 2);
    const last = shown.at(-1);
    if (last === undefined || at - Math.max(last.at, apart / 2) >= apart) shown.push(tick);
  }
  return shown;
}

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
