import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageSection } from "./ui/page-section";

type Props = { incident: string; edition: number };

/** How what is shown can be cited: by the address of this edition, which later ones leave as it is. */
export function Citation({ incident, edition }: Props) {
  const t = useTranslations("incident.citation");
  const path = `/incidents/${incident}/editions/${edition}`;
  return (
    <PageSection id="citation" title={t("title")}>
      <p className="prose">
        {t.rich("text", {
          edition,
          link: (text) => (
            <Link href={path} prefetch={false}>
              {text}
            </Link>
          ),
          path,
        })}
      </p>
      <p className="prose mt-2">
        <Link href="/corrections" prefetch={false}>
          {t("corrections")}
        </Link>
      </p>
    </PageSection>
  );
}
