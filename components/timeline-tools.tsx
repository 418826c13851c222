import Link from "next/link";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { LANE_KINDS } from "../domain/timeline-lanes";
import { timelineHref, windowHref } from "../domain/timeline-links";
import type { TimelineRequest } from "../domain/timeline-request";
import { panWindow, type TimelineWindow, zoomWindow } from "../domain/timeline-window";
import { Disclosure } from "./ui/disclosure";

type Props = {
  request: TimelineRequest;
  window: TimelineWindow;
  whole: TimelineWindow;
  onMove: (window: TimelineWindow) => void;
};

/** Which lanes, nearer and farther, and what can be taken away. All are links. */
export function TimelineTools({ request, window, whole, onMove }: Props) {
  const t = useTranslations("timeline");
  const moves = [
    { name: "closer", sign: "+", to: zoomWindow(window, 0.5) },
    { name: "farther", sign: "−", to: zoomWindow(window, 2) },
    { name: "earlier", sign: "◂", to: panWindow(window, -0.5) },
    { name: "later", sign: "▸", to: panWindow(window, 0.5) },
    { name: "whole", sign: null, to: whole },
  ] as const;
  const move = (event: MouseEvent, to: TimelineWindow) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onMove(to);
  };
  return (
    <div className="no-print flex flex-wrap items-center gap-x-5 gap-y-2">
      <nav aria-label={t("lanes")} className="flex flex-wrap items-center gap-x-3">
        <span aria-hidden="true" className="muted small">
          {t("lanes")}
        </span>
        {LANE_KINDS.map((lane) => (
          <Link
            aria-current={lane === request.lane ? "true" : undefined}
            className={`py-1 ${lane === request.lane ? "font-semibold text-ink no-underline" : ""}`}
            href={timelineHref({ ...request, lane, only: null, window })}
            key={lane}
            prefetch={false}
          >
            {t(`kind.${lane}`)}
          </Link>
        ))}
      </nav>
      <nav aria-label={t("moves")} className="flex gap-1.5">
        {moves.map(({ name, sign, to }) => (
          <a
            aria-label={sign === null ? undefined : t(name)}
            className="btn min-w-9"
            href={windowHref(request, to)}
            key={name}
            onClick={(event) => move(event, to)}
            title={sign === null ? undefined : t(name)}
          >
            {sign ?? t(name)}
          </a>
        ))}
      </nav>
      <div className="ml-auto">
        <Disclosure summary={t("download")}>
          <p className="muted small mb-2.5">{t("downloadText")}</p>
          <div className="flex flex-wrap gap-2">
            <a className="btn" href={timelineHref(request, "/timeline.svg")}>
              {t("svg")}
            </a>
            <a className="btn" href={timelineHref(request, "/timeline.csv")}>
              {t("csv")}
            </a>
          </div>
        </Disclosure>
      </div>
    </div>
  );
}
