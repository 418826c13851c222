import Link from "next/link";
import { useTranslations } from "next-intl";
import { DATE_UNITS } from "../domain/chart-request";
import type { DateUnit } from "../domain/incident-index/walk-dates";

type Props = { unit: DateUnit; addressOf: (unit: DateUnit) => string };

/** Whether charts tell months or years; the page with the other is a link. */
export function UnitSwitch({ unit, addressOf }: Props) {
  const t = useTranslations("charts.by");
  return DATE_UNITS.map((each) => (
    <Link
      aria-current={each === unit ? "true" : undefined}
      className={each === unit ? "text-ink no-underline" : undefined}
      href={addressOf(each)}
      key={each}
      prefetch={false}
      scroll={false}
    >
      {t(each)}
    </Link>
  ));
}
