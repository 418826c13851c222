import { useLocale, useTranslations } from "next-intl";
import { exactInterval, formatDate } from "../../domain/format-date";
import type { PartialDate } from "../../domain/partial-date";
import { Tag } from "./tag";

/** A date as people say it, marked where it is one moment within; the exact days and the source's words are its title. */
export function DateText({ date }: { date: PartialDate | null }) {
  const t = useTranslations();
  const locale = useLocale();
  if (date === null || exactInterval(date) === "") {
    const words = date?.text ? t("ui.date.asWritten", { text: date.text }) : undefined;
    return (
      <span className="muted" title={words}>
        {formatDate(date, locale, t)}
      </span>
    );
  }
  const { earliest, latest, kind, text } = date;
  const oneDay = earliest === latest ? (earliest ?? undefined) : undefined;
  const vague = kind === "within" && earliest !== null && latest !== null && earliest !== latest;
  const title = [exactInterval(date), text && t("ui.date.asWritten", { text })].filter(Boolean);
  return (
    <>
      {/* Browsers may shorten a month differently from the server ("Sep", "Sept"): the server's word stays. */}
      <time dateTime={oneDay} suppressHydrationWarning title={title.join(" · ")}>
        {formatDate(date, locale, t)}
      </time>
      {vague && (
        <>
          {" "}
          <Tag title={t("vocabulary.dateKind.within")}>{t("ui.date.within")}</Tag>
        </>
      )}
    </>
  );
}
