import Link from "next/link";
import type { MapArea, MapArrow, MapDot, MapSheet } from "../domain/map-sheet";

type Props = {
  sheet: MapSheet;
  /** What the map is of, in a phrase. */
  label: string;
  /** Where each province and point leads; one without an address is no link. */
  hrefs?: Readonly<Record<string, string>>;
  /** Where an arrow leads; null where it is no link. */
  arrowHref?: (arrow: MapArrow) => string | null;
  /** Land says nothing: else it is hatched, since nothing is recorded there. */
  plain?: boolean;
};

/** A map as a drawing that needs no script. All it shows is also said in words: in its titles, and beside it. */
export function MapFigure({ sheet, label, hrefs = {}, arrowHref, plain = false }: Props) {
  const { width, height, land, borders, areas, dots, arrows } = sheet;
  // What is chosen is drawn last, so that no neighbour covers its outline.
  const inOrder = areas.toSorted((a, b) => Number(a.selected) - Number(b.selected));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and this is a drawing
    <svg aria-label={label} className="map" role="group" viewBox={`0 0 ${width} ${height}`}>
      <defs>
        <pattern
          height="14"
          id="map-hatch"
          patternTransform="rotate(45)"
          patternUnits="userSpaceOnUse"
          width="14"
        >
          <rect className="fill-ground" height="14" width="14" />
          <path className="map-hatch-line" d="M0 0V14" />
        </pattern>
        <pattern height="16" id="map-dotted" patternUnits="userSpaceOnUse" width="16">
          <rect className="fill-card" height="16" width="16" />
          <circle className="fill-accent" cx="8" cy="8" r="2.5" />
        </pattern>
      </defs>
      <path className={plain ? "map-land map-land-plain" : "map-land"} d={land} />
      {inOrder.map((area) => (
        <Area area={area} href={hrefs[area.id]} key={area.id} />
      ))}
      <path className="map-borders" d={borders} />
      {dots.map((dot) => (
        <Dot dot={dot} href={hrefs[dot.id]} key={dot.id} />
      ))}
      {arrows.map((arrow) => (
        <Arrow arrow={arrow} href={arrowHref?.(arrow) ?? null} key={arrow.line} />
      ))}
    </svg>
  );
}

function Area({ area: { d, level, label, selected }, href }: { area: MapArea; href?: string }) {
  const shape = (
    <path className="map-area" d={d} data-level={level} data-selected={selected || undefined}>
      <title>{label}</title>
    </path>
  );
  if (href === undefined) return shape;
  return (
    <Link
      aria-current={selected ? "true" : undefined}
      aria-label={label}
      href={href}
      prefetch={false}
      scroll={false}
    >
      {shape}
    </Link>
  );
}

/** Points are many and not in the order of tabs: the tables have them too. */
function Dot({ dot: { x, y, kind, label, name }, href }: { dot: MapDot; href?: string }) {
  const place = `M${x} ${y}h.1`;
  const point = (
    <>
      {href !== undefined && <path className="map-dot-reach" d={place} />}
      <path className="map-dot-halo" d={place} />
      <path className={`map-dot map-dot-${kind}`} d={place}>
        <title>{label}</title>
      </path>
      {name && (
        <text
          className={`map-name map-name-${kind}`}
          textAnchor={name.anchor}
          x={name.x}
          y={name.y}
        >
          {name.text}
        </text>
      )}
    </>
  );
  if (href === undefined) return <g>{point}</g>;
  return (
    <Link aria-label={label} href={href} prefetch={false} tabIndex={-1}>
      {point}
    </Link>
  );
}

/** As points are, so are arrows in the tables too. */
function Arrow({ arrow, href }: { arrow: MapArrow; href: string | null }) {
  const { line, head, modality, weight, label, mark, markAt } = arrow;
  const drawn = (
    <g className="map-arrow" data-modality={modality}>
      {href !== null && <path className="map-arrow-reach" d={line} />}
      <path className="map-arrow-line" d={line} style={{ strokeWidth: weight }}>
        <title>{label}</title>
      </path>
      <path className="map-arrow-head" d={head} />
      {mark !== "" && (
        <text className="map-mark" textAnchor="middle" x={markAt.x} y={markAt.y}>
          {mark}
        </text>
      )}
    </g>
  );
  if (href === null) return drawn;
  return (
    <Link aria-label={label} href={href} prefetch={false} tabIndex={-1}>
      {drawn}
    </Link>
  );
}
