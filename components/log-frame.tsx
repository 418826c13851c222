import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Issue } from "../domain/issue";
import { logContradictions } from "../domain/log-table";
import type { TableLinks } from "../domain/table-links";
import type { Searchable, TableRequest } from "../domain/table-params";
import { type FilterChoice, TableFilterForm } from "./table-filter-form";
import { TableFrame } from "./table-frame";

const ENTRIES = ["reference", "from", "to"] as const;

/** The filters that every record of what was done has. */
type LogFilter = Searchable & { who: string[] } & Record<(typeof ENTRIES)[number], string | null>;

type Props<K extends string, F extends LogFilter> = {
  path: string;
  /** Where its own texts are: `about`, `heading`, `none`, `noMatch`. */
  messages: "history" | "access";
  request: TableRequest<K, F>;
  issues: Issue[];
  /** The one column it is sorted by, which is time. */
  sortKey: K;
  links: TableLinks<K>;
  /** The ids of everybody it names, and what to call them. */
  actors: readonly string[];
  people: Record<string, string>;
  /** Its filters besides who, the reference and the days. */
  choices: FilterChoice[];
  rowCount: number;
  children: ReactNode;
};

/** The page of a record of what was done: filtered by who, what and when, newest or oldest first. */
export function LogFrame<K extends string, F extends LogFilter>(props: Props<K, F>) {
  const t = useTranslations();
  const { path, messages, request, links, actors, people, sortKey } = props;
  const { filter, invalid, sort, page } = request;
  const { sortHrefs, pager, clearHref } = links;
  const who = {
    name: "who",
    label: t("history.who"),
    options: actors.map((value) => ({ value, label: people[value] ?? value })),
    selected: filter.who,
  };
  return (
    <TableFrame
      about={t(`${messages}.about`)}
      empty={
        clearHref === null ? (
          t(`${messages}.none`)
        ) : (
          <>
            {t(`${messages}.noMatch`)} <Link href={clearHref}>{t("tables.clear")}</Link>
          </>
        )
      }
      filter={
        <TableFilterForm
          choices={[who, ...props.choices]}
          clearHref={clearHref}
          entries={ENTRIES.map((name) => ({
            name,
            label: t(`history.${name}`),
            // A mistake is shown where it was typed.
            value: filter[name] ?? invalid.find((bad) => bad.name === name)?.value ?? "",
            example: t(`history.example.${name}`),
          }))}
          key={JSON.stringify(request)}
          path={path}
          size={page.size}
          sort={sort}
          sortOptions={[{ value: sortKey, label: t("history.time") }]}
        />
      }
      heading={t(`${messages}.heading`, { count: pager.total })}
      issues={[...props.issues, ...logContradictions(request)]}
      page={page.page}
      pager={pager}
      rowCount={props.rowCount}
      table={
        <>
          <p className="small no-print mb-2">
            <Link href={sortHrefs[sortKey]} prefetch={false}>
              {t(sort.descending ? "history.oldestFirst" : "history.newestFirst")}
            </Link>
          </p>
          {props.children}
        </>
      }
      wordless={null}
    />
  );
}
