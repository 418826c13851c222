import "./article.css";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ArticleWorkbench } from "../../../../components/article/article-workbench";
import { getArticleDraft } from "../../../../db/queries/get-article-draft";
import { listCountries } from "../../../../db/queries/list-countries";
import { DomainError } from "../../../../domain/errors";
import { pageActor } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { checkArticle } from "../check-article";
import { readCases } from "../read-cases";
import { acceptArticleAction, redactArticleAction, saveArticleAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("article"))("workTitle") };
}

export default async function ArticlePage({ params }: Props) {
  const actor = await pageActor("article.draft");
  const store = await getStore();
  const draft = await openDraft(store, actor, (await params).id);
  const [t, countries, reading] = await Promise.all([
    getTranslations("article"),
    listCountries(store, actor),
    readCases(store, actor, draft),
  ]);
  const check = await checkArticle(store, actor, draft, reading);
  const { id, version, article, text, cases } = draft;
  return (
    <>
      <nav aria-label={t("crumbs")} className="breadcrumb">
        <Link href="/incidents/from-article" prefetch={false}>
          {t("title")}
        </Link>
      </nav>
      <h1>{article.title || t("workTitle")}</h1>
      <p className="muted mt-1 mb-3 max-w-prose">{t("workAbout")}</p>
      <ArticleWorkbench
        actions={{
          save: saveArticleAction,
          redact: redactArticleAction,
          accept: acceptArticleAction,
        }}
        begun={{ id, version, article, text, cases, check }}
        countries={countries.map(({ id: value, name }) => ({ value, label: name }))}
      />
    </>
  );
}

async function openDraft(...[store, actor, id]: Parameters<typeof getArticleDraft>) {
  try {
    return await getArticleDraft(store, actor, id.slice(0, 100));
  } catch (error) {
    if (error instanceof DomainError && error.code === "article.not_found") notFound();
    throw error;
  }
}
