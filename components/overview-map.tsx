import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageSection } from "./ui/page-section";

type Props = {
  href: string;
  /** The drawing, and what its shades mean. */
  children: ReactNode;
};

/** The map on the overview, small; the whole of it has its own page. */
export function OverviewMap({ href, children }: Props) {
  const t = useTranslations("overview.map");
  return (
    <PageSection id="map" title={t("title")}>
      <div className="card card-body max-w-3xl">{children}</div>
      <p className="mt-2">
        <Link href={href} prefetch={false}>
          {t("open")}
        </Link>
      </p>
    </PageSection>
  );
}
