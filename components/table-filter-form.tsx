import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { serializeSort, type TableSort } from "../domain/table-params";
import { CheckList } from "./ui/check-list";
import { Disclosure } from "./ui/disclosure";

type Option = { value: string; label: string };

/** A filter by several of a list, or, with `single`, by one of a few of which the first is the default. */
export type FilterChoice = {
  name: string;
  label: string;
  options: Option[];
  selected: readonly string[];
  single?: boolean;
  /** What it says where none of several is chosen; "any" where this is left out. */
  none?: string;
};

/** A filter by one value that is typed. */
export type FilterEntry = { name: string; label: string; value: string; example: string };

type Props = {
  path: string;
  search?: { label: string; value: string };
  entries?: FilterEntry[];
  choices: FilterChoice[];
  sort: TableSort<string>;
  /** The columns by name, in their order. */
  sortOptions: Option[];
  size: number;
  /** Null where nothing is filtered. */
  clearHref: string | null;
};

/** The filter of a table, sent by GET, so that the address says all of it and no script is needed. */
export function TableFilterForm(props: Props) {
  const t = useTranslations("tables");
  const { path, search, entries = [], choices, sort, sortOptions, size, clearHref } = props;
  return (
    <details className="fold-narrow no-print">
      <summary className="btn mb-2">{t("filter")}</summary>
      <Form action={path} className="card card-body relative" prefetch={false}>
        <input name="size" type="hidden" value={size} />
        <div className="grid gap-3 sm:flex sm:flex-wrap sm:items-end">
          {search && (
            <label className="field sm:flex-[2_1_14rem]">
              <span className="field-label">{search.label}</span>
              <input className="input" defaultValue={search.value} name="q" type="search" />
            </label>
          )}
          {entries.map(({ name, label, value, example }) => (
            <label className="field sm:flex-[1_1_8rem]" key={name}>
              <span className="field-label">{label}</span>
              <input className="input" defaultValue={value} name={name} placeholder={example} />
            </label>
          ))}
          {choices.map((choice) => (
            <div className="sm:flex-[1_1_9rem]" key={choice.name}>
              {choice.single ? <OneOf {...choice} /> : <AnyOf {...choice} />}
            </div>
          ))}
          {/* On a phone the headings that sort are not there. */}
          <label className="field sm:hidden">
            <span className="field-label">{t("sort")}</span>
            <select className="input" defaultValue={serializeSort(sort)} name="sort">
              {sortOptions.flatMap(({ value: key, label: column }) =>
                [false, true].map((descending) => {
                  const value = serializeSort({ key, descending });
                  return (
                    <option key={value} value={value}>
                      {t(descending ? "descending" : "ascending", { column })}
                    </option>
                  );
                }),
              )}
            </select>
          </label>
          <div className="flex items-center gap-3">
            <button className="btn btn-primary" type="submit">
              {t("apply")}
            </button>
            {clearHref !== null && (
              <Link href={clearHref} prefetch={false}>
                {t("clear")}
              </Link>
            )}
          </div>
        </div>
      </Form>
    </details>
  );
}

function OneOf({ name, label, options, selected }: FilterChoice) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <select className="input" defaultValue={selected[0]} name={name}>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function AnyOf({ name, label, options, selected, none }: FilterChoice) {
  const t = useTranslations("common");
  const chosen = options.filter(({ value }) => selected.includes(value));
  return (
    <div className="field">
      <span aria-hidden="true" className="field-label">
        {label}
      </span>
      <Disclosure
        side="left"
        summary={
          <>
            <span className="visually-hidden">{label}: </span>
            <span className="truncate">
              {chosen.map((option) => option.label).join(", ") || (none ?? t("any"))}
            </span>
          </>
        }
        summaryClassName="input flex items-center justify-between gap-2"
      >
        <div className="max-h-72 overflow-y-auto">
          <CheckList legend={label} name={name} options={options} selected={selected} />
        </div>
      </Disclosure>
    </div>
  );
}
