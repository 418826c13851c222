import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Issue } from "../domain/issue";
import type { PagerLinks } from "../domain/pager-links";
import { Pager } from "./pager";
import { IssuesNotice, Notice } from "./ui/notice";

type Props = {
  heading: string;
  /** What the table is of, in a sentence. */
  about: ReactNode;
  issues: Issue[];
  /** Text that is searched for though it has no word; null where there is none. */
  wordless: string | null;
  filter: ReactNode;
  /** The page asked for, which may lie behind the last, and how many rows are on it. */
  page: number;
  rowCount: number;
  pager: PagerLinks;
  /** What is said where nothing is found. */
  empty: ReactNode;
  table: ReactNode;
};

/** The page of a table: heading, mistakes, filter, and the rows or why there are none. */
export function TableFrame(props: Props) {
  const t = useTranslations();
  const { pager, page, rowCount } = props;
  const { total, hrefs } = pager;
  return (
    <>
      <h1>{props.heading}</h1>
      <p className="muted mt-1 max-w-4xl">{props.about}</p>
      <div className="my-3.5 grid gap-2.5">
        <IssuesNotice issues={props.issues} />
        {props.wordless !== null && (
          <Notice tone="warn">{t("filter.wordless", { text: props.wordless })}</Notice>
        )}
        {props.filter}
      </div>
      {total === 0 && <div className="card empty">{props.empty}</div>}
      {total > 0 && rowCount === 0 && (
        <Notice tone="warn">
          {t("tables.behind", { page })}{" "}
          {hrefs.previous && <Link href={hrefs.previous}>{t("tables.toLast")}</Link>}
        </Notice>
      )}
      {rowCount > 0 && (
        <>
          {props.table}
          <Pager {...pager} />
        </>
      )}
    </>
  );
}
