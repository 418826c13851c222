import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ReviewStatus } from "../../domain/vocabulary";
import { Tag } from "./tag";

/** The title of an incident, struck out and marked where the incident was taken back. */
export function IncidentTitle({
  title,
  reviewStatus,
}: {
  title: ReactNode;
  reviewStatus: ReviewStatus;
}) {
  const t = useTranslations("vocabulary.reviewStatus");
  if (reviewStatus !== "retracted") return title;
  return (
    <>
      <s>{title}</s> <Tag tone="error">{t("retracted")}</Tag>
    </>
  );
}
