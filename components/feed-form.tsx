"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { FormState } from "./form-state";
import { AnsweredForm } from "./plain-form";
import { CopyButton } from "./ui/copy-button";
import { Notice } from "./ui/notice";

/** As of any form; `address` is that of the feed that was made, "" where none was. */
export type FeedState = (NonNullable<FormState> & { address: string }) | null;

type Props = {
  action: (state: FeedState, form: FormData) => Promise<FeedState>;
  view: string;
  /** Whether the view has a feed, which a new address ends. */
  hasFeed: boolean;
};

/** Makes the secret address of a view's feed and shows it, which is never done again. */
export function FeedForm({ action, view, hasFeed }: Props) {
  const t = useTranslations();
  const [made, send] = useActionState(action, null);
  return (
    <>
      {made?.ok && (
        <div className="mb-3">
          <Notice tone="ok">
            <p>{t("views.feed.made")}</p>
            <p className="mt-1 break-all font-mono select-all">{made.address}</p>
          </Notice>
          <p className="mt-2">
            <CopyButton label={t("views.copy")} path={made.address} />
          </p>
        </div>
      )}
      {hasFeed && <p className="muted mb-2">{t("views.feed.againText")}</p>}
      <AnsweredForm
        fields={[
          {
            name: "password",
            label: t("account.password"),
            type: "password",
            autoComplete: "current-password",
          },
        ]}
        hidden={{ id: view }}
        idPrefix={`feed-${view}`}
        send={send}
        state={made}
        submit={t(hasFeed ? "views.feed.again" : "views.feed.make")}
      />
    </>
  );
}
