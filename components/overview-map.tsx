import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageSection } from "./ui/page-section";

type Props = {
  href: string;
  /** The drawing, and what its shades mean. */
  children: ReactNode;
  /** The most of its numbers; nothing where there are none. */
  numbers: ReactNode;
};

/** The map on the overview, small; the whole of it has its own page. */
export function OverviewMap({ href, children, numbers }: Props) {
  const t = useTranslations("overview.map");
  return (
    <PageSection id="map" title={t("title")}>
      <div className="grid items-start gap-x-6 gap-y-3 *:min-w-0 lg:grid-cols-[3fr_2fr]">
        <div className="card card-body">{children}</div>
        {numbers}
      </div>
      <p className="mt-2">
        <Link href={href} prefetch={false}>
          {t("open")}
        </Link>
      </p>
    </PageSection>
  );
}
