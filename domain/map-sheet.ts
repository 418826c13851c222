import type { MapClass } from "./map-classes";
import type { PlacedLabel } from "./place-labels";
import type { Modality } from "./vocabulary";

/**
 * How a province is shaded: 0 to 4 by its class (`shadeOfClass`); `none`: something is recorded there, but nothing of what was
 * asked for; `zero`: the asked figure is 0; `unknown`: nobody gives it. Where nothing is recorded of a
 * province itself it is no area, but land.
 */
export type MapLevel = number | "none" | "zero" | "unknown";

export type MapArea = { id: string; d: string; level: MapLevel; label: string; selected: boolean };

/** A point; `town` is a locality, `area` a province or country of which no closer place is known or no outline there. */
export type MapDot = {
  id: string;
  x: number;
  y: number;
  kind: "town" | "area";
  label: string;
  /** Its name and where that stands; null where it is not written. */
  name: ({ text: string } & PlacedLabel) | null;
};

/** `isLoop`: its ends are too close for a line between them. `weight` in pixels. `mark`: written in the middle, "" where nothing is. */
export type MapArrow = {
  line: string;
  head: string;
  isLoop: boolean;
  modality: Modality;
  weight: number;
  label: string;
  /** The codes of the ways it stands for. */
  moves: string[];
  mark: string;
  markAt: { x: number; y: number };
};

/** A map ready to be drawn, in whatever form. Paths are in units of `width` by `height`. */
export type MapSheet = {
  width: number;
  height: number;
  land: string;
  borders: string;
  classes: MapClass[];
  areas: MapArea[];
  dots: MapDot[];
  arrows: MapArrow[];
};
