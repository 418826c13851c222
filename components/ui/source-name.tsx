import { useTranslations } from "next-intl";
import type { NamedSource } from "../../domain/source-row";

/** What a source is called in a line of text: publisher and title, as far as it has them, else its reference. */
export function SourceName({ source }: { source: NamedSource }) {
  const t = useTranslations("sources");
  const { publisher, title, ref } = source;
  if (publisher === "") return title || ref;
  return title === "" ? publisher : t("named", { publisher, title });
}
