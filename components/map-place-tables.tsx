import Link from "next/link";
import { useTranslations } from "next-intl";
import { locationPath } from "../domain/location-path";
import type { MapView } from "../domain/map-view";

type Props = {
  view: Pick<MapView, "localities" | "flows" | "places">;
  /** By town, the list of exactly its incidents. */
  townHrefs: Readonly<Record<string, string>>;
};

/** Everything that dots and arrows of a map stand for, in words; folded away until it is wanted. */
export function MapPlaceTables({ view, townHrefs }: Props) {
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
                  <Link href={locationPath(id)} prefetch={false}>
                    {nameOf(id)}
                  </Link>
                </th>
                <td>{nameOf(places[id]?.countryId ?? "")}</td>
                <td className="num">
                  <Link href={townHrefs[id]!} prefetch={false}>
                    {t("count.exactly", { count: incidents })}
                  </Link>
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
            {flows.map(({ from, to, modality, incidents }) => (
              <tr key={`${from} ${to} ${modality}`}>
                <th scope="row">{nameOf(from)}</th>
                <td>{nameOf(to)}</td>
                <td>{t(`vocabulary.modality.${modality}`)}</td>
                <td className="num">{t("count.exactly", { count: incidents })}</td>
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
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
