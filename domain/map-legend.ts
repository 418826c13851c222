import type { MapSheet } from "./map-sheet";

const LEVELS = ["zero", "unknown", "none"] as const;
const MODALITIES = ["reported", "unconfirmed", "anticipated"] as const;

/** A dot or an arrow: `area` is a dot in the middle of a province or country, `loop` a way too short for an arrow. */
export type MapSign = "town" | "area" | (typeof MODALITIES)[number] | "loop";

/**
 * What a legend has to explain beside the classes: just what is drawn, and land, which nearly every map has. Each is
 * also the name of its words.
 */
export function mapLegend({ areas, dots, arrows }: Pick<MapSheet, "areas" | "dots" | "arrows">): {
  levels: ((typeof LEVELS)[number] | "land")[];
  signs: MapSign[];
} {
  const kinds = (["town", "area"] as const).filter((kind) => dots.some((dot) => dot.kind === kind));
  const modalities = MODALITIES.filter((modality) =>
    arrows.some((arrow) => arrow.modality === modality),
  );
  return {
    levels: [...LEVELS.filter((level) => areas.some((area) => area.level === level)), "land"],
    signs: [
      ...kinds,
      ...modalities,
      ...(arrows.some(({ isLoop }) => isLoop) ? ["loop" as const] : []),
    ],
  };
}
