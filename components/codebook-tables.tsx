import { useTranslations } from "next-intl";
import type { CodebookColumn, CodebookTable } from "../domain/tables/codebook";
import { PlainTable } from "./plain-table";

/** Every table with its columns, what they hold and what they say. */
export function CodebookTables({ tables }: { tables: readonly CodebookTable[] }) {
  const t = useTranslations("codebook");
  return tables.map(({ id, title, says, keys, columns }) => (
    <section aria-labelledby={`table-${id}`} className="mt-5" key={id}>
      <h3 id={`table-${id}`}>
        {title} <code className="muted small">{id}</code>
      </h3>
      <p className="mt-1 max-w-4xl">{says}</p>
      <ul className="small my-2 list-disc pl-5">
        {keys.map((key) => (
          <li key={key}>{key}</li>
        ))}
      </ul>
      <PlainTable
        heading={[t("column"), t("holds"), t("says")]}
        label={t("columnsOf", { title })}
        rows={columns.map((column) => ({
          id: column.name,
          cells: [<code key="name">{column.name}</code>, holds(column), column.says],
        }))}
      />
    </section>
  ));
}

function holds({ type, list, marks }: CodebookColumn) {
  return (
    <>
      {type}
      {list && (
        <>
          {"; "}
          <a href={`#list-${list.id}`}>{list.title}</a>
        </>
      )}
      {marks.map((mark) => `; ${mark}`).join("")}
    </>
  );
}
