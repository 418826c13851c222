import { useTranslations } from "next-intl";

type Props = {
  isBinned: boolean;
  /** What is drawn beside reported and anticipated events. */
  unsure: readonly ("unconfirmed" | "denied")[];
  /** The filter asks for a time. */
  isAsked: boolean;
  /** What is counted are events that the filter asks for. */
  isOfEvents: boolean;
};

/** What the shapes mean. */
export function TimelineLegend({ isBinned, isAsked, isOfEvents, unsure }: Props) {
  const t = useTranslations("timeline.legend");
  const box = "timeline-swatch inline-block h-2.5 w-7 align-middle";
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
            <span className="timeline-swatch inline-block w-7 border-t-2 border-dashed border-warn align-middle" />{" "}
            {t("anticipated")}
          </li>
          {unsure.map((modality) => (
            <li key={modality}>
              <span className={`${box} ${UNSURE[modality]}`} /> {t(modality)}
            </li>
          ))}
          <li>{t("size")}</li>
        </>
      )}
      {isAsked && <li>{t("asked")}</li>}
    </ul>
  );
}

/** A line through it is drawn as a background, since nothing stands in a swatch. */
const UNSURE = {
  unconfirmed: "border border-dotted border-accent",
  denied: "border border-muted timeline-struck",
};
