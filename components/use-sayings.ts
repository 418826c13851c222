import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Saying, Voice } from "../domain/disagreement";
import { formatDate } from "../domain/format-date";

/** Words for who says what: "20 by Voice of America, 29 by Chosun Ilbo and KBS World". */
export function useSayings() {
  const t = useTranslations();
  const locale = useLocale();
  const format = useFormatter();
  const nameOf = ({ publisher, published }: Voice) => {
    const name = publisher || t("incident.names.unnamedPublisher");
    if (published === null) return name;
    const date = formatDate(published, locale, t);
    return t("incident.names.voice", { publisher: name, date });
  };
  return <T>(said: Saying<T>[], word: (value: T) => string) =>
    said
      .map(({ value, by }) =>
        t("incident.sayings.by", { value: word(value), voices: format.list(by.map(nameOf)) }),
      )
      .reduce((first, rest) => t("incident.sayings.join", { first, rest }));
}
