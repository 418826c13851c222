import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CodebookLists } from "../../components/codebook-lists";
import { CodebookTables } from "../../components/codebook-tables";
import { PlainTable } from "../../components/plain-table";
import { PrintButton } from "../../components/print-button";
import { PageSection } from "../../components/ui/page-section";
import { codebook } from "../../domain/tables/codebook";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("codebook"))("title") };
}

/** Every rule, column and code, in words: made from what the program itself goes by. */
export default async function CodebookPage() {
  const say = await getTranslations();
  const t = await getTranslations("codebook");
  const { rules, tables, summary, lists } = codebook(say);
  const parts = [
    { id: "rules", title: t("rules"), prefix: "rule", inside: rules },
    { id: "tables", title: t("tables"), prefix: "table", inside: tables },
    { id: "summary", title: t("summary"), prefix: "", inside: [] },
    { id: "lists", title: t("lists"), prefix: "list", inside: lists },
  ];
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t("title")}</h1>
          <p className="muted mt-1 max-w-4xl">{t("about")}</p>
        </div>
        <div className="page-actions no-print">
          <Link className="btn" href="/export" prefetch={false}>
            {t("toExport")}
          </Link>
          <PrintButton label={say("incident.actions.print")} />
        </div>
      </div>
      <nav aria-label={t("contents")} className="card card-body no-print mt-3">
        <ul className="grid gap-2">
          {parts.map(({ id, title, prefix, inside }) => (
            <li key={id}>
              <a className="inline-block py-0.5" href={`#${id}`}>
                {title}
              </a>
              {inside.length > 0 && (
                <ul className="small flex flex-wrap gap-x-3">
                  {inside.map((part) => (
                    <li key={part.id}>
                      <a className="inline-block py-1" href={`#${prefix}-${part.id}`}>
                        {part.title}
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <PageSection id="rules" title={t("rules")}>
        {rules.map(({ id, title, texts }) => (
          <section aria-labelledby={`rule-${id}`} className="prose mt-3" key={id}>
            <h3 id={`rule-${id}`}>{title}</h3>
            {texts.map((text) => (
              <p className="mt-1.5" key={text}>
                {text}
              </p>
            ))}
          </section>
        ))}
      </PageSection>
      <PageSection id="tables" title={t("tables")}>
        <p className="muted max-w-4xl">{t("tablesText")}</p>
        <CodebookTables tables={tables} />
      </PageSection>
      <PageSection id="summary" title={t("summary")}>
        <p className="muted mb-2.5 max-w-4xl">{t("summaryText")}</p>
        <PlainTable
          heading={[t("column"), t("says")]}
          label={t("columnsOf", { title: t("summary") })}
          rows={summary.map(({ name, says }) => ({
            id: name,
            cells: [<code key="name">{name}</code>, says],
          }))}
        />
      </PageSection>
      <PageSection id="lists" title={t("lists")}>
        <p className="muted max-w-4xl">{t("listsText")}</p>
        <CodebookLists lists={lists} />
      </PageSection>
    </>
  );
}
