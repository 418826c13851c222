import { useTranslations } from "next-intl";
import { Disclosure } from "./ui/disclosure";

type Props = {
  count: number;
  csvHref: string;
  excelHref: string;
  feedHref: string;
  /** The page of all formats. */
  moreHref: string;
  /** Whether the reader signs in, which no feed reader does. */
  isSignedIn: boolean;
};

/** The list as a file, all pages of it, and as a feed. */
export function ExportChoice({ count, csvHref, excelHref, feedHref, moreHref, isSignedIn }: Props) {
  const t = useTranslations("incidents.export");
  return (
    <Disclosure summary={t("title")}>
      <p className="muted small mb-2.5">{t("text", { count })}</p>
      <div className="flex flex-wrap gap-2">
        <a className="btn" href={csvHref}>
          {t("csv")}
        </a>
        <a className="btn" href={excelHref}>
          {t("excel")}
        </a>
      </div>
      <p className="small mt-2.5" data-soft="">
        <a href={moreHref}>{t("more")}</a>
      </p>
      <p className="muted small mt-4 mb-2.5">{t("feedText")}</p>
      {isSignedIn ? (
        <p className="small">{t("feedSignedIn")}</p>
      ) : (
        <a className="btn" href={feedHref}>
          {t("feed")}
        </a>
      )}
    </Disclosure>
  );
}
