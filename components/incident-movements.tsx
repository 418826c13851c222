import { useTranslations } from "next-intl";
import { isUnknownCount } from "../domain/count-range";
import { formatCount } from "../domain/format-count";
import type { Headline } from "../domain/headline-type";
import type { IncidentNames } from "../domain/incident-names";
import type { MapSheet } from "../domain/map-sheet";
import type { Movement } from "../domain/movements";
import { MapFigure } from "./map-figure";
import { Tag } from "./ui/tag";

type Props = {
  /** Null where no place can be drawn. */
  sheet: MapSheet | null;
  moves: readonly Movement[];
  headline: Pick<Headline, "events" | "groups">;
  names: IncidentNames;
};

/** Where an incident happened and where its people were taken: drawn, and in order in words. */
export function IncidentMovements({ sheet, moves, headline, names }: Props) {
  const t = useTranslations("map.incident");
  const source = useTranslations("map")("source");
  if (sheet === null && moves.length === 0) return null;
  return (
    <div className="card card-body mb-3 grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(16rem,2fr)]">
      {sheet && (
        <figure>
          <MapFigure label={t("label")} plain sheet={sheet} />
          <figcaption className="muted small mt-1">
            {moves.some(({ modality }) => modality !== "reported") && `${t("dashed")} `}
            {source}
          </figcaption>
        </figure>
      )}
      <div>
        <h3 id="movements">{t("list")}</h3>
        {moves.length === 0 ? (
          <p className="muted mt-1">{t("none")}</p>
        ) : (
          <ol aria-labelledby="movements" className="mt-1 list-decimal pl-6">
            {moves.map((move) => (
              <li className="py-0.5" key={`${move.eventId} ${move.from} ${move.to}`}>
                <Move headline={headline} move={move} names={names} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}

type MoveProps = Pick<Props, "headline" | "names"> & { move: Movement };

function Move({ move: { eventId, from, to, modality, groupIds }, headline, names }: MoveProps) {
  const t = useTranslations();
  const { counts } = headline.events[eventId]!;
  const people = groupIds.map((id) => {
    const some = counts[id];
    const count = some && !isUnknownCount(some) ? some : headline.groups[id]?.count;
    const name = names.group[id] ?? id;
    if (!count || isUnknownCount(count)) return name;
    return t("map.incident.people", { name, count: formatCount(count, t) });
  });
  return (
    <>
      {t("map.incident.move", { from: names.place[from] ?? from, to: names.place[to] ?? to })}
      {modality !== "reported" && (
        <>
          {" "}
          <Tag tone={modality === "anticipated" ? "warn" : "plain"}>
            {t(`vocabulary.modality.${modality}`)}
          </Tag>
        </>
      )}
      <span className="muted small block">
        {t("map.incident.who", {
          event: names.event[eventId] ?? eventId,
          people: people.length > 0 ? people.join(", ") : t("map.incident.everyone"),
        })}
      </span>
    </>
  );
}
