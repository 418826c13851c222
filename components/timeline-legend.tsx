import { useTranslations } from "next-intl";

type Props = {
  isBinned: boolean;
  /** The filter asks for a time. */
  isAsked: boolean;
  /** What is counted are events that the filter asks for. */
  isOfEvents: boolean;
};

/** What the shapes mean. */
export function TimelineLegend({ isBinned, isAsked, isOfEvents }: Props) {
  const t = useTranslations("timeline.legend");
  const box = "inline-block h-2.5 w-7 align-middle";
  return (
    <ul aria-label={t("title")} className="muted small mb-2 flex flex-wrap gap-x-4">
      <li>
        <span className={`${box} bg-accent`} /> {t(isBinned ? "certainBin" : "certain")}
      </li>
      <li>
        <span className={`${box} border border-accent bg-accent-soft`} />{" "}
        {t(isBinned ? "possibleBin" : "possible")}
      </li>
      {isBinned ? (
        <>
          <li>
            <span className={`${box} border border-dashed border-warn`} />{" "}
            {t(`anticipatedBin.${isOfEvents ? "event" : "risk"}`)}
          </li>
          <li>{t("number")}</li>
        </>
      ) : (
        <>
          <li>
            <span className="inline-block w-7 border-t-2 border-dashed border-warn align-middle" />{" "}
            {t("anticipated")}
          </li>
          <li>{t("size")}</li>
        </>
      )}
      {isAsked && <li>{t("asked")}</li>}
    </ul>
  );
}
