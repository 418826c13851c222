import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { isWordless, serializeIncidentFilter } from "../domain/incident-filter";
import type { Issue } from "../domain/issue";
import { FilterChips } from "./filter-chips";
import { IncidentFilterForm } from "./incident-filter-form";
import { SearchBox } from "./search-box";
import { IssuesNotice, Notice } from "./ui/notice";

type Props = ComponentProps<typeof IncidentFilterForm> &
  ComponentProps<typeof FilterChips> & {
    path: string;
    issues: Issue[];
    children?: ReactNode;
  };

/** All that a page of incidents is asked by: the search, what is asked for now, what is wrong with it, and the form. */
export function FilterBar({ parts, clearHref, issues, children, ...form }: Props) {
  const t = useTranslations("filter");
  const { filter, kept, path } = form;
  return (
    <div className="my-3.5 grid gap-2.5">
      <SearchBox
        kept={[...serializeIncidentFilter({ ...filter, q: null }), ...kept]}
        path={path}
        text={filter.q ?? ""}
      />
      <FilterChips clearHref={clearHref} parts={parts} />
      <IssuesNotice issues={issues} />
      {isWordless(filter) && <Notice tone="warn">{t("wordless", { text: filter.q ?? "" })}</Notice>}
      <IncidentFilterForm {...form} key={serializeIncidentFilter(filter).toString()} />
      {children}
    </div>
  );
}
