import { useTranslations } from "next-intl";
import { formatMapClass } from "../domain/format-map-class";
import { shadeOfClass } from "../domain/map-classes";
import type { MapLook } from "../domain/map-request";
import type { MapLevel, MapSheet } from "../domain/map-sheet";

type Props = { sheet: MapSheet; look: MapLook };

/** What each shade, dot and arrow of the map means, with the bounds of the classes. */
export function MapLegend({ sheet, look }: Props) {
  const say = useTranslations();
  const t = useTranslations("map.legend");
  const { classes, areas, dots, arrows } = sheet;
  const has = (level: MapLevel) => areas.some((area) => area.level === level);
  const modalities = ["reported", "unconfirmed", "anticipated"] as const;
  return (
    <div className="small mt-2 grid gap-1.5">
      <p className="font-semibold">
        {look.shade === "incidents" ? t("incidents") : t(`people.${look.bound}`)}
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {classes.map((one, at) => (
          <Item
            key={one.from}
            level={shadeOfClass(at, classes.length)}
            text={formatMapClass(one, say)}
          />
        ))}
        {has("zero") && <Item level="zero" text={t("zero")} />}
        {has("unknown") && <Item level="unknown" text={t("unknown")} />}
        {has("none") && <Item level="none" text={t("none")} />}
        <Item level="land" text={t("land")} />
      </ul>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {dots.some(({ kind }) => kind === "town") && (
          <li>
            <svg aria-hidden="true" className="map-swatch" viewBox="0 0 24 14">
              <path className="map-dot map-dot-town" d="M12 7h.1" />
            </svg>{" "}
            {t("town")}
          </li>
        )}
        {dots.some(({ kind }) => kind === "area") && (
          <li>
            <svg aria-hidden="true" className="map-swatch" viewBox="0 0 24 14">
              <path className="map-dot map-dot-area" d="M12 7h.1" />
            </svg>{" "}
            {t("middle")}
          </li>
        )}
        {modalities
          .filter((modality) => arrows.some((arrow) => arrow.modality === modality))
          .map((modality) => (
            <li key={modality}>
              <svg
                aria-hidden="true"
                className="map-swatch map-arrow"
                data-modality={modality}
                viewBox="0 0 24 14"
              >
                <path className="map-arrow-line" d="M1 7H17" style={{ strokeWidth: 2 }} />
                <path className="map-arrow-head" d="M24 7L16 3 16 11Z" />
              </svg>{" "}
              {t(`move.${modality}`)}
            </li>
          ))}
        {arrows.some(({ isLoop }) => isLoop) && (
          <li>
            <svg aria-hidden="true" className="map-swatch map-arrow" viewBox="0 0 24 14">
              <path
                className="map-arrow-line"
                d="M9 14C0 -4 24 -4 16 9"
                style={{ strokeWidth: 2 }}
              />
              <path className="map-arrow-head" d="M12 14L12 6 19 9Z" />
            </svg>{" "}
            {t("loop")}
          </li>
        )}
      </ul>
    </div>
  );
}

function Item({ level, text }: { level: MapLevel | "land"; text: string }) {
  return (
    <li>
      <svg aria-hidden="true" className="map-swatch" viewBox="0 0 24 14">
        {level === "land" ? (
          <rect className="map-land" height="14" width="24" />
        ) : (
          <rect className="map-area" data-level={level} height="14" width="24" />
        )}
      </svg>{" "}
      {text}
    </li>
  );
}
