import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ChangedThing } from "../../domain/import/import-report";
import { ChangedFields } from "./changed-fields";

/** Sources, links and decisions that an import changes, with what changes. */
export function ChangedThings({ changed }: { changed: readonly ChangedThing[] }) {
  const t = useTranslations("import.report");
  return (
    <ul className="grid gap-1.5">
      {changed.map(({ what, file, line, refs, title, fields }) => (
        <li key={`${file} ${line}`}>
          {t(`things.${what}`)}{" "}
          {refs.map((ref, at) => (
            <span key={ref}>
              {at > 0 && " – "}
              <Link
                href={`${what === "source" ? "/sources" : "/incidents"}/${ref}`}
                prefetch={false}
              >
                {ref}
              </Link>
            </span>
          ))}{" "}
          {title} <span className="muted small">{t("line", { line })}</span>
          <ul className="pl-4">
            <ChangedFields fields={fields} path="" />
          </ul>
        </li>
      ))}
    </ul>
  );
}
