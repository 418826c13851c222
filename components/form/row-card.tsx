"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RemoveProps } from "./row-list";

type Props = { title: string; remove: RemoveProps; children: ReactNode };

/** One row of a form with its heading and the button that takes it away. */
export function RowCard({ title, remove, children }: Props) {
  return (
    <fieldset className="card card-body min-w-0">
      <legend className="float-left mb-2.5 w-full font-semibold">{title}</legend>
      <div className="clear-both grid gap-3">{children}</div>
      <div className="mt-2 flex justify-end">
        <RemoveButton remove={remove} title={title} />
      </div>
    </fieldset>
  );
}

/** `title` is what it removes, for those who do not see where it stands. */
export function RemoveButton({ remove, title }: { remove: RemoveProps; title: string }) {
  const t = useTranslations("form");
  return (
    <button className="btn btn-small btn-plain" type="submit" {...remove}>
      {t("remove")}
      <span className="visually-hidden">: {title}</span>
    </button>
  );
}
