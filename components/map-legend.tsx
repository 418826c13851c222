import { useTranslations } from "next-intl";
import { formatMapClass } from "../domain/format-map-class";
import { shadeOfClass } from "../domain/map-classes";
import { type MapSign, mapLegend } from "../domain/map-legend";
import type { MapLook } from "../domain/map-request";
import type { MapLevel, MapSheet } from "../domain/map-sheet";

type Props = { sheet: MapSheet; look: MapLook };

/** What each shade, dot and arrow of the map means, with the bounds of the classes. */
export function MapLegend({ sheet, look }: Props) {
  const say = useTranslations();
  const t = useTranslations("map.legend");
  const { levels, signs } = mapLegend(sheet);
  return (
    <div className="small mt-2 grid gap-1.5">
      <p className="font-semibold">
        {look.shade === "incidents" ? t("incidents") : t(`people.${look.bound}`)}
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {sheet.classes.map((one, at) => (
          <Item
            key={one.from}
            level={shadeOfClass(at, sheet.classes.length)}
            text={formatMapClass(one, say)}
          />
        ))}
        {levels.map((level) => (
          <Item key={level} level={level} text={t(level)} />
        ))}
      </ul>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {signs.map((sign) => (
          <li key={sign}>
            <Sign sign={sign} /> {t(sign)}
          </li>
        ))}
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

function Sign({ sign }: { sign: MapSign }) {
  if (sign === "town" || sign === "area")
    return (
      <svg aria-hidden="true" className="map-swatch" viewBox="0 0 24 14">
        <path className={`map-dot map-dot-${sign}`} d="M12 7h.1" />
      </svg>
    );
  const [line, head] =
    sign === "loop"
      ? ["M9 14C0 -4 24 -4 16 9", "M12 14L12 6 19 9Z"]
      : ["M1 7H17", "M24 7L16 3 16 11Z"];
  return (
    <svg
      aria-hidden="true"
      className="map-swatch map-arrow"
      data-modality={sign}
      viewBox="0 0 24 14"
    >
      <path className="map-arrow-line" d={line} style={{ strokeWidth: 2 }} />
      <path className="map-arrow-head" d={head} />
    </svg>
  );
}
