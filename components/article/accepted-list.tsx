import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "../ui/notice";

/** The incidents that drafts of an article became, or are claims on; nothing before. */
export function AcceptedList({ refs }: { refs: readonly string[] }) {
  const t = useTranslations("article");
  const distinct = [...new Set(refs)];
  if (distinct.length === 0) return null;
  return (
    <Notice tone="ok">
      <p className="font-semibold">{t("accepted", { count: distinct.length })}</p>
      <ul>
        {distinct.map((ref) => (
          <li key={ref}>
            <Link href={`/incidents/${ref}`} prefetch={false}>
              {ref}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
