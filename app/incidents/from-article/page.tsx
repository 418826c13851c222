import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AcceptedList } from "../../../components/article/accepted-list";
import { ArticleForm } from "../../../components/article/article-form";
import { ReviewStepForm } from "../../../components/review-step-form";
import { InstantText } from "../../../components/ui/instant-text";
import { PageSection } from "../../../components/ui/page-section";
import { type ArticleDraftLine, listArticleDrafts } from "../../../db/queries/list-article-drafts";
import { readReference } from "../../../domain/reference";
import { sourceName } from "../../../domain/source-name";
import { type PageSearchParams, toSearchParams } from "../../_server/search-params";
import { pageActor } from "../../_server/session";
import { getStore } from "../../_server/store";
import { discardArticleAction, readArticleAction } from "./actions";

type Props = { searchParams: PageSearchParams };

const MAX_ACCEPTED = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("article"))("title") };
}

export default async function FromArticlePage({ searchParams }: Props) {
  const actor = await pageActor("article.draft");
  const [store, asked, t] = await Promise.all([
    getStore(),
    searchParams.then(toSearchParams),
    getTranslations("article"),
  ]);
  const drafts = await listArticleDrafts(store, actor);
  const accepted = (asked.get("accepted") ?? "")
    .split(",")
    .slice(0, MAX_ACCEPTED)
    .flatMap((ref) => readReference("INC", ref) ?? []);
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="muted mt-1 mb-4 max-w-prose">{t("about")}</p>
      <AcceptedList refs={accepted} />
      <ArticleForm action={readArticleAction} />
      {drafts.length > 0 && (
        <PageSection id="aside" title={t("aside.title")}>
          <p className="muted mb-2 max-w-prose">{t("aside.text")}</p>
          <ul className="grid gap-2">
            {drafts.map((draft) => (
              <Aside draft={draft} key={draft.id} />
            ))}
          </ul>
        </PageSection>
      )}
    </>
  );
}

async function Aside({ draft: { id, article, cases, updatedAt } }: { draft: ArticleDraftLine }) {
  const t = await getTranslations("article");
  const name = sourceName(article) || t("aside.untitled");
  return (
    <li className="card card-body grid gap-1">
      <Link className="font-semibold" href={`/incidents/from-article/${id}`} prefetch={false}>
        {name}
      </Link>
      <span className="muted small">
        {t("aside.drafts", { count: cases })} · <InstantText at={updatedAt} />
      </span>
      <details>
        <summary className="small text-accent">{t("aside.discard")}</summary>
        <div className="mt-2">
          <ReviewStepForm
            action={discardArticleAction}
            hidden={{ id }}
            reason={null}
            submit={t("aside.discard")}
            text={t("aside.discardText", { name })}
            tone="danger"
          />
        </div>
      </details>
    </li>
  );
}
