import Link from "next/link";
import { useTranslations } from "next-intl";
import { type CountRange, isUnknownCount } from "../domain/count-range";
import { formatCount } from "../domain/format-count";

type Props = {
  /** Where its label and the names of its columns are. */
  messages: "map.national" | "overview.map.table";
  /** `href`: the list of exactly these incidents; null where no filter asks for them. */
  rows: { id: string; name: string; incidents: number; people: CountRange; href: string | null }[];
};

/** The numbers of each country or province by itself. */
export function MapAreaTable({ messages, rows }: Props) {
  const t = useTranslations();
  const labels = ["name", "incidents", "people"].map((name) => t(`${messages}.${name}`));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={t(`${messages}.label`)} className="table-scroll" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {labels.map((label, at) => (
              <th className={at === 1 ? "num" : undefined} key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, incidents, people, href }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="num">
                {href === null ? (
                  t("count.exactly", { count: incidents })
                ) : (
                  <Link href={href} prefetch={false}>
                    {t("count.exactly", { count: incidents })}
                  </Link>
                )}
              </td>
              <td className={isUnknownCount(people) ? "muted" : undefined}>
                {formatCount(people, t)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
