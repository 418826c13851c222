import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SavedView } from "../domain/saved-view";
import type { FormAction } from "./form-state";
import { PlainForm } from "./plain-form";
import { CopyButton } from "./ui/copy-button";
import { Disclosure } from "./ui/disclosure";

/** `sentence`: what it asks for; `count`: how many incidents that finds now, for its owner. */
export type ListedView = SavedView & { href: string; sentence: string; count: number };

type Props = { views: readonly ListedView[]; change: FormAction; remove: FormAction };

/** One's own views, each with what it asks for and what may be done with it. */
export function ViewList({ views, change, remove }: Props) {
  const t = useTranslations("views");
  return (
    <ul aria-label={t("mine")} className="card divide-y divide-line">
      {views.map(({ id, name, href, sentence, count }) => (
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
