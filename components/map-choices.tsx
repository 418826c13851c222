import Link from "next/link";
import { useTranslations } from "next-intl";

export type MapChoice = { name: string; label: string; href: string; chosen: boolean };

type Props = {
  /** Each group of which one is chosen, under its name in the messages. */
  groups: { name: string; choices: MapChoice[] }[];
};

/** How the map is drawn, as links: each address is one map, to be kept and shared. */
export function MapChoices({ groups }: Props) {
  const t = useTranslations("map.choices");
  return (
    <div className="no-print flex flex-wrap gap-x-6 gap-y-2">
      {groups.map(({ name, choices }) => (
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1" key={name}>
          <span className="muted small" id={`map-${name}`}>
            {t(name)}
          </span>
          <ul aria-labelledby={`map-${name}`} className="flex flex-wrap gap-1">
            {choices.map((choice) => (
              <li key={choice.name}>
                <Link
                  aria-current={choice.chosen ? "true" : undefined}
                  className={`btn btn-small ${choice.chosen ? "btn-primary" : ""}`}
                  href={choice.href}
                  prefetch={false}
                  scroll={false}
                >
                  {choice.label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
