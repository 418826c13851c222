import { useTranslations } from "next-intl";
import { type SavedView, VIEW_LIMITS } from "../domain/saved-view";
import type { FormAction } from "./form-state";
import { PlainForm } from "./plain-form";
import { Disclosure } from "./ui/disclosure";

type Props = {
  views: readonly SavedView[];
  /** What a view would keep of the list that is shown; null where its address has a mistake. */
  query: string | null;
  save: FormAction;
  change: FormAction;
};

/** One's own views beside the list: to open one, to keep this list as another, or in place of one. */
export function ViewPanel({ views, query, save, change }: Props) {
  const t = useTranslations("views");
  return (
    <Disclosure summary={t("title")}>
      {views.length > 0 && (
        <>
          <ul aria-label={t("mine")} className="grid max-h-64 gap-1 overflow-y-auto" data-soft="">
            {views.map((view) => (
              <li key={view.id}>
                <a
                  aria-current={view.query === query ? "true" : undefined}
                  className="break-words aria-[current]:font-semibold"
                  href={view.query === "" ? "/incidents" : `/incidents?${view.query}`}
                >
                  {view.name}
                </a>
              </li>
            ))}
          </ul>
          <p className="small mt-2" data-soft="">
            <a href="/views">{t("manage")}</a>
          </p>
        </>
      )}
      {query !== null && (
        <div className="mt-3 grid gap-4 first:mt-0">
          <PlainForm
            action={save}
            done={t("saved")}
            fields={[
              {
                name: "name",
                label: t("name"),
                hint: t("nameHint", { max: VIEW_LIMITS.name }),
                autoComplete: "off",
              },
            ]}
            hidden={{ query }}
            idPrefix="view"
            submit={t("save")}
          />
          {views.some((view) => view.query !== query) && (
            <PlainForm
              action={change}
              done={t("replaced")}
              fields={[
                {
                  name: "id",
                  label: t("replace"),
                  options: views
                    .filter((view) => view.query !== query)
                    .map(({ id, name }) => ({ value: id, label: name })),
                },
              ]}
              hidden={{ query }}
              idPrefix="replace"
              submit={t("replaceSubmit")}
            />
          )}
        </div>
      )}
    </Disclosure>
  );
}
