"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isUnknownCount } from "../../domain/count-range";
import { formatCount } from "../../domain/format-count";
import { exactInterval, formatDate } from "../../domain/format-date";
import type { Issue } from "../../domain/issue";
import { parseCount } from "../../domain/parse-count";
import { parseTypedDate } from "../../domain/typed-date";
import type { Meta } from "./editor-state";
import { FieldFrame, fieldAttributes } from "./fields";
import { useTypedForm } from "./typed-form";

type Props = { meta: Meta<string>; label: string; hint?: string; className?: string };

/** A date as people write it, with what is understood of it below. */
export function DateField({
  sourceKey = "",
  ...props
}: Props & {
  /** The source it is told by: "last week" is reckoned from its publication. */
  sourceKey?: string;
}) {
  const t = useTranslations();
  const locale = useLocale();
  const { textOf, publishedOf } = useTypedForm();
  const text = textOf(props.meta.name).trim();
  const { date, issues } = parseTypedDate(text, { published: publishedOf(sourceKey) });
  const understood =
    date &&
    t("form.live.date", {
      date: formatDate(date, locale, t),
      exact: exactInterval(date),
      kind: t(`vocabulary.dateKind.${date.kind}`),
      basis: t(`vocabulary.dateBasis.${date.basis}`),
    });
  return (
    <LiveField {...props} issues={issues} text={text}>
      {understood ?? t("form.live.noDate")}
    </LiveField>
  );
}

/** A number of people as people write it, with what is understood of it below. */
export function CountField(props: Props) {
  const t = useTranslations();
  const text = useTypedForm().textOf(props.meta.name).trim();
  const { count, issues } = parseCount(text);
  return (
    <LiveField {...props} issues={issues} text={text}>
      {isUnknownCount(count)
        ? t("form.live.noCount")
        : t("form.live.count", { count: formatCount(count, t) })}
    </LiveField>
  );
}

function LiveField(props: Props & { text: string; issues: Issue[]; children: ReactNode }) {
  const { meta, text, issues, children, hint } = props;
  const t = useTranslations("issues");
  const isToldAlready = Boolean(meta.errors);
  const hintText = text === "" ? hint : undefined;
  const shown =
    issues.length > 0 ? (
      isToldAlready ? undefined : (
        <span className="text-warn">
          {issues.map(({ code, values }) => t(code, values)).join(" ")}
        </span>
      )
    ) : (
      <span suppressHydrationWarning>{children}</span>
    );
  const below = text === "" ? hintText : shown;
  return (
    <FieldFrame {...props} hint={below && <span aria-live="polite">{below}</span>}>
      <input
        autoComplete="off"
        className="input"
        defaultValue={meta.initialValue ?? ""}
        {...fieldAttributes(meta, below)}
      />
    </FieldFrame>
  );
}
