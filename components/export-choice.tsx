import { useTranslations } from "next-intl";
import { Disclosure } from "./ui/disclosure";

type Props = { count: number; csvHref: string; excelHref: string };

/** The list as a file, all pages of it. */
export function ExportChoice({ count, csvHref, excelHref }: Props) {
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
    </Disclosure>
  );
}
