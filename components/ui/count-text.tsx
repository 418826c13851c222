import { useTranslations } from "next-intl";
import { type CountRange, isUnknownCount } from "../../domain/count-range";
import { formatCount } from "../../domain/format-count";
import { Tag } from "./tag";

/** A count as a range with its best value, and one mark where independent sources contradict each other. */
export function CountText({ count, disputed = false }: { count: CountRange; disputed?: boolean }) {
  const t = useTranslations();
  const text = formatCount(count, t);
  return (
    <>
      {isUnknownCount(count) ? <span className="muted">{text}</span> : text}
      {disputed && (
        <>
          {" "}
          <Tag tone="warn">{t("ui.status.sourcesDisagree")}</Tag>
        </>
      )}
    </>
  );
}
