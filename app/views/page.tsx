import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ViewList } from "../../components/view-list";
import { listViews } from "../../db/queries/list-views";
import { pageActor } from "../_server/session";
import { getStore } from "../_server/store";
import { changeViewAction, deleteViewAction, endFeedAction, makeFeedAction } from "./actions";
import { describeViews } from "./describe-views";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("views"))("title") };
}

export default async function ViewsPage() {
  const actor = await pageActor("account.own");
  const t = await getTranslations("views");
  const views = await describeViews(actor, await listViews(await getStore(), actor));
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="muted mt-1 mb-3.5 max-w-prose">{t("about")}</p>
      {views.length === 0 ? (
        <div className="card empty">
          {t("none")}{" "}
          <Link href="/incidents" prefetch={false}>
            {t("toList")}
          </Link>
        </div>
      ) : (
        <ViewList
          change={changeViewAction}
          endFeed={endFeedAction}
          makeFeed={makeFeedAction}
          remove={deleteViewAction}
          views={views}
        />
      )}
    </>
  );
}
