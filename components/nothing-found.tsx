import { useTranslations } from "next-intl";
import { type Actor, may } from "../domain/actor";

type Props = {
  /** Who reads it. */
  actor: Actor;
  /** The parts of the filter, and how many incidents there would be without each. */
  parts: { name: string; text: string; href: string | null; count: number }[];
};

/** An empty list says why: which part of the filter to loosen, or that there is nothing yet, or nothing for its reader. */
export function NothingFound({ actor, parts }: Props) {
  const t = useTranslations("incidents.empty");
  if (parts.length === 0 && !may(actor, "incident.log"))
    return (
      <p className="card empty">{t(actor.role === "public" ? "unpublished" : "unverified")}</p>
    );
  if (parts.length === 0)
    return (
      <div className="card empty" data-soft="">
        <p>{t("ledger")}</p>
        <p className="mt-3">
          <a className="btn btn-primary" href="/incidents/new">
            {t("first")}
          </a>
        </p>
      </div>
    );
  const helpful = parts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return (
    <div className="card card-body" data-soft="">
      <p className="font-semibold">{t("nothing")}</p>
      <p className="mt-1">{t(helpful.length > 0 ? "loosen" : "noPart")}</p>
      <ul className="mt-1 list-disc pl-5">
        {helpful.map(({ name, text, href, count }) => (
          <li key={name}>
            {href === null ? (
              t("part", { count, text })
            ) : (
              <a href={href}>{t("part", { count, text })}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
