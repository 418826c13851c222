import { useTranslations } from "next-intl";
import type { CodebookList } from "../domain/tables/codebook";
import { PlainTable } from "./plain-table";

/** Every list of codes; columns that a list has nothing for are left out. */
export function CodebookLists({ lists }: { lists: readonly CodebookList[] }) {
  const t = useTranslations("codebook");
  return lists.map(({ id, title, says, codes }) => {
    const more = (["meaning", "outside"] as const).filter((name) =>
      codes.some((code) => code[name] !== ""),
    );
    return (
      <section aria-labelledby={`list-${id}`} className="mt-5" key={id}>
        <h3 id={`list-${id}`}>{title}</h3>
        <p className="mt-1 mb-2 max-w-4xl">{says}</p>
        <PlainTable
          heading={[t("code"), t("label"), ...more.map((name) => t(name))]}
          label={t("codesOf", { title })}
          rows={codes.map((code) => ({
            id: code.code,
            cells: [
              <code key="code">{code.code}</code>,
              code.label,
              ...more.map((name) => code[name]),
            ],
          }))}
        />
      </section>
    );
  });
}
