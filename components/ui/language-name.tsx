import { useLocale, useTranslations } from "next-intl";

/** The name of a language in the reader's own; its code where it has none. */
export function LanguageName({ code }: { code: string }) {
  const t = useTranslations("common");
  const locale = useLocale();
  if (code === "") return <span className="muted">{t("unknown")}</span>;
  // Browsers may know other names than the server: the server's word stays.
  return <span suppressHydrationWarning>{nameOf(code, locale)}</span>;
}

function nameOf(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;
  } catch (error) {
    // A tag of the right form whose parts are none, such as en-x1.
    if (error instanceof RangeError) return code;
    throw error;
  }
}
