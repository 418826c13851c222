import { useTranslations } from "next-intl";
import { riskNow } from "../../domain/at-risk";
import type { Headline } from "../../domain/headline-type";
import { Tag } from "./tag";

type Props = {
  headline: Pick<Headline, "status" | "statuses" | "atRiskOf" | "lastNews">;
  /** A calendar day, UTC. */
  today: string;
};

/** Where the people are now, the most severe first, and what threatens them. */
export function StatusText({ headline, today }: Props) {
  const t = useTranslations();
  const all = headline.statuses.map(({ status }) => status);
  const distinct = [...new Set(all.length > 0 ? all : [headline.status])];
  const risk = riskNow(headline, today);
  const events = risk.of.map((type) => t(`vocabulary.eventType.${type}`)).join(", ");
  return (
    <>
      <span className="capital">
        {distinct.map((status) => t(`vocabulary.status.${status}`)).join(", ")}
      </span>
      {events !== "" &&
        (risk.stale ? (
          <span className="muted small block">{t("ui.status.wasAtRisk", { events })}</span>
        ) : (
          <>
            {" "}
            <Tag tone="warn">{t("ui.status.atRisk", { events })}</Tag>
          </>
        ))}
    </>
  );
}
