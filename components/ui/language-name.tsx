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
    return namesIn(locale).of(code) ?? code;
  } catch (error) {
    // A tag of the right form whose parts are none, such as en-x1.
    if (error instanceof RangeError) return code;
    throw error;
  }
}

const NAMES = new Map<string, Intl.DisplayNames>();

/** Kept, for to make one takes longer than a hundred names do. */
function namesIn(locale: string): Intl.DisplayNames {
  const names = NAMES.get(locale) ?? new Intl.DisplayNames(locale, { type: "language" });
  NAMES.set(locale, names);
  return names;
}
