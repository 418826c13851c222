import { useTranslations } from "next-intl";
import { locationPath } from "../domain/location-path";
import { moveCode } from "../domain/map-move";
import type { MapView } from "../domain/map-view";
import { StaticMarkup } from "./ui/static-markup";

type Props = {
  view: Pick<MapView, "localities" | "flows" | "places">;
  /** By town, the list of exactly its incidents. */
  townHrefs: Readonly<Record<string, string>>;
  /** By the code of a way the same; null where no filter asks for just them. */
  moveHrefs: Readonly<Record<string, string | null>>;
};

/** Everything that dots and arrows of a map stand for, in words; folded away until it is wanted. */
export function MapPlaceTables({ view, townHrefs, moveHrefs }: Props) {
  const { localities, flows, places } = view;
  const t = useTranslations();
  const nameOf = (id: string) => places[id]?.name ?? id;
  const towns = [...localities].sort(
    ([a, x], [b, y]) => y - x || nameOf(a).localeCompare(nameOf(b), "en"),
  );
  return (
    <div className="mt-3 grid gap-2">
      {towns.length > 0 && (
        <details>
          <summary className="text-accent">{t("map.towns.title", { count: towns.length })}</summary>
          <Table label={t("map.towns.label")} messages="map.towns" names={TOWN_COLUMNS}>
            {towns.map(([id, incidents]) => (
              <tr key={id}>
                <th scope="row">
                  <a href={locationPath(id)}>{nameOf(id)}</a>
                </th>
                <td>{nameOf(places[id]?.countryId ?? "")}</td>
                <td className="num">
                  <a href={townHrefs[id]!}>{t("count.exactly", { count: incidents })}</a>
                </td>
              </tr>
            ))}
          </Table>
        </details>
      )}
      {flows.length > 0 && (
        <details>
          <summary className="text-accent">
            {t("map.moveTable.title", { count: flows.length })}
          </summary>
          <Table label={t("map.moveTable.label")} messages="map.moveTable" names={MOVE_COLUMNS}>
            {flows.map((flow) => (
              <tr key={moveCode(flow)}>
                <th scope="row">{nameOf(flow.from)}</th>
                <td>{nameOf(flow.to)}</td>
                <td>{t(`vocabulary.modality.${flow.modality}`)}</td>
                <td className="num">
                  <Count href={moveHrefs[moveCode(flow)] ?? null}>
                    {t("count.exactly", { count: flow.incidents })}
                  </Count>
                </td>
              </tr>
            ))}
          </Table>
        </details>
      )}
    </div>
  );
}

const TOWN_COLUMNS = ["place", "country", "incidents"];
const MOVE_COLUMNS = ["from", "to", "modality", "incidents"];

function Count({ href, children }: { href: string | null; children: string }) {
  return href === null ? children : <a href={href}>{children}</a>;
}

type TableProps = {
  label: string;
  messages: string;
  names: readonly string[];
  children: React.ReactNode;
};

function Table({ label, messages, names, children }: TableProps) {
  const t = useTranslations(messages);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} className="table-scroll mt-2" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {names.map((name) => (
              <th className={name === "incidents" ? "num" : undefined} key={name} scope="col">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <StaticMarkup as="tbody">{children}</StaticMarkup>
      </table>
    </section>
  );
}
