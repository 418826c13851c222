import { useTranslations } from "next-intl";
import type { SourceRow } from "../domain/source-row";
import type { SourceSortKey } from "../domain/source-table";
import { type DataColumn, DataTable, type DataTableProps } from "./data-table";
import { DateText } from "./ui/date-text";
import { LanguageName } from "./ui/language-name";
import { NumberText } from "./ui/number-text";
import { SourceName } from "./ui/source-name";
import { Tag } from "./ui/tag";

type CellProps = { row: SourceRow };

const COLUMNS: readonly DataColumn<SourceRow, SourceSortKey>[] = [
  { name: "reference", Cell: ReferenceCell, className: "nowrap" },
  { name: "publisher", Cell: ({ row }) => <OrNotGiven text={row.publisher} /> },
  { name: "title", Cell: TitleCell, headingClassName: "sm:min-w-48" },
  { name: "kind", Cell: KindCell },
  {
    name: "published",
    Cell: ({ row }) => <DateText date={row.published} />,
    headingClassName: "sm:min-w-25",
  },
  { name: "language", Cell: ({ row }) => <LanguageName code={row.language} /> },
  { name: "reliability", Cell: ReliabilityCell },
  { name: "access", Cell: AccessCell },
  { name: "copies", Cell: CopiesCell, headingClassName: "sm:min-w-32" },
  { name: "incidents", Cell: ({ row }) => <NumberText number={row.incidents} />, className: "num" },
  { name: "claims", Cell: ({ row }) => <NumberText number={row.claims} />, className: "num" },
];

/** The table of sources. */
export function SourceTable(props: DataTableProps<SourceRow, SourceSortKey>) {
  return (
    <DataTable
      context={undefined}
      {...props}
      columns={COLUMNS}
      messages="sources"
      rowId={(row) => row.ref}
    />
  );
}

function ReferenceCell({ row }: CellProps) {
  return <a href={`/sources/${row.ref}`}>{row.ref}</a>;
}

function TitleCell({ row }: CellProps) {
  if (row.title === "") return <OrNotGiven text="" />;
  return <span lang={row.language || undefined}>{row.title}</span>;
}

function KindCell({ row }: CellProps) {
  return useTranslations("vocabulary.sourceKind")(row.kind);
}

function ReliabilityCell({ row }: CellProps) {
  return useTranslations("vocabulary.reliability")(row.reliability);
}

function AccessCell({ row }: CellProps) {
  const t = useTranslations("vocabulary.access");
  return row.access === "public" ? t("public") : <Tag tone="warn">{t(row.access)}</Tag>;
}

function CopiesCell({ row }: CellProps) {
  const t = useTranslations("common");
  if (row.copies.length === 0) return <span className="muted">{t("nothing")}</span>;
  return (
    <ul>
      {row.copies.map((source) => (
        <li key={source.ref}>
          <a href={`/sources/${source.ref}`}>
            {source.publisher || <SourceName source={source} />}
          </a>
        </li>
      ))}
    </ul>
  );
}

function OrNotGiven({ text }: { text: string }) {
  const t = useTranslations("sources");
  return text === "" ? <span className="muted">{t("notGiven")}</span> : text;
}
