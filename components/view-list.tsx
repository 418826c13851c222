import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SavedView } from "../domain/saved-view";
import { FeedForm, type FeedState } from "./feed-form";
import type { FormAction } from "./form-state";
import { PlainForm } from "./plain-form";
import { CopyButton } from "./ui/copy-button";
import { Disclosure } from "./ui/disclosure";
import { InstantText } from "./ui/instant-text";

/** `sentence`: what it asks for; `count`: how many incidents that finds now, for its owner. */
export type ListedView = SavedView & { href: string; sentence: string; count: number };

type Props = {
  views: readonly ListedView[];
  change: FormAction;
  remove: FormAction;
  makeFeed: (state: FeedState, form: FormData) => Promise<FeedState>;
  endFeed: FormAction;
};

/** One's own views, each with what it asks for and what may be done with it. */
export function ViewList({ views, change, remove, makeFeed, endFeed }: Props) {
  const t = useTranslations("views");
  return (
    <ul aria-label={t("mine")} className="card divide-y divide-line">
      {views.map(({ id, name, href, sentence, count, feed }) => (
        <li className="card-body relative grid gap-1.5" key={id}>
          <h2 className="m-0! break-words">
            <Link href={href} prefetch={false}>
              {name}
            </Link>
          </h2>
          <p className="break-words">
            {sentence} <span className="muted">· {t("finds", { count })}</span>
          </p>
          <div className="flex flex-wrap items-center gap-2">
            <CopyButton label={t("copy")} path={href} />
            <Disclosure
              side="left"
              summary={t(feed === null ? "feed.title" : "feed.titleOn")}
              summaryClassName="btn btn-small"
            >
              <p className="muted mb-2">{t("feed.about")}</p>
              {feed && <FeedUse feed={feed} />}
              <FeedForm action={makeFeed} hasFeed={feed !== null} view={id} />
              {feed && (
                <div className="mt-3">
                  <PlainForm
                    action={endFeed}
                    danger
                    fields={[]}
                    hidden={{ id }}
                    idPrefix={`end-${id}`}
                    submit={t("feed.end")}
                  />
                </div>
              )}
            </Disclosure>
            <Disclosure side="left" summary={t("rename")} summaryClassName="btn btn-small">
              <PlainForm
                action={change}
                fields={[{ name: "name", label: t("name"), value: name, autoComplete: "off" }]}
                hidden={{ id }}
                idPrefix={`rename-${id}`}
                submit={t("renameSubmit")}
              />
            </Disclosure>
            <Disclosure side="left" summary={t("delete")} summaryClassName="btn btn-small">
              <p className="mb-2">{t("deleteText", { name })}</p>
              <PlainForm
                action={remove}
                danger
                fields={[]}
                hidden={{ id }}
                idPrefix={`delete-${id}`}
                submit={t("deleteSubmit")}
              />
            </Disclosure>
          </div>
        </li>
      ))}
    </ul>
  );
}

function FeedUse({ feed }: { feed: NonNullable<SavedView["feed"]> }) {
  const t = useTranslations("views.feed");
  return (
    <p className="muted mb-2">
      {t("state")} <InstantText at={feed.createdAt} /> ·{" "}
      {feed.usedAt === null ? (
        t("unused")
      ) : (
        <>
          {t("used")} <InstantText at={feed.usedAt} />
        </>
      )}
    </p>
  );
}
