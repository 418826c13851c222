import { useTranslations } from "next-intl";
import type { ReviewRow, ReviewSortKey } from "../domain/review-table";
import type { Person } from "../domain/review-view";
import { type DataColumn, DataTable, type DataTableProps } from "./data-table";
import { StatusText } from "./ui/status-text";
import { Tag } from "./ui/tag";

/** `now`: milliseconds since 1970. */
type Context = { now: number };
type CellProps = { row: ReviewRow; context: Context };

const DAY_MS = 86_400_000;

const COLUMNS: readonly DataColumn<ReviewRow, ReviewSortKey, Context>[] = [
  { name: "incident", Cell: IncidentCell, className: "nowrap" },
  { name: "title", Cell: ({ row }) => row.title, headingClassName: "sm:min-w-40" },
  { name: "risk", Cell: RiskCell, headingClassName: "sm:min-w-40" },
  { name: "waiting", Cell: WaitingCell, headingClassName: "sm:min-w-24" },
  { name: "review", Cell: ReviewCell, className: "nowrap" },
  { name: "editor", Cell: ({ row }) => <Named person={row.editor} /> },
  { name: "assignee", Cell: ({ row }) => <Named person={row.assignee} /> },
  { name: "comments", Cell: ({ row }) => row.openComments, className: "num" },
];

/** What waits for a review. */
export function ReviewTable({ now, ...props }: DataTableProps<ReviewRow, ReviewSortKey> & Context) {
  return (
    <DataTable
      {...props}
      columns={COLUMNS}
      context={{ now }}
      messages="review"
      rowId={(row) => row.ref}
    />
  );
}

function IncidentCell({ row }: CellProps) {
  return <a href={`/incidents/${row.ref}`}>{row.ref}</a>;
}

function RiskCell({ row, context }: CellProps) {
  const today = new Date(context.now).toISOString().slice(0, 10);
  return <StatusText headline={row.headline} today={today} />;
}

function WaitingCell({ row, context }: CellProps) {
  const t = useTranslations();
  const at = row.waitingSince;
  if (at === null) return <span className="muted">{t("common.unknown")}</span>;
  const iso = new Date(at).toISOString();
  const days = Math.max(0, Math.floor((context.now - at) / DAY_MS));
  return (
    <time dateTime={iso} title={`${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`}>
      {t("review.days", { days })}
    </time>
  );
}

function ReviewCell({ row }: CellProps) {
  const t = useTranslations();
  return (
    <>
      <Tag tone={row.reviewStatus === "disputed" ? "warn" : "plain"}>
        {t(`vocabulary.reviewStatus.${row.reviewStatus}`)}
      </Tag>
      {row.verified > 0 && (
        <span className="muted small block">{t("review.verified", { count: row.verified })}</span>
      )}
    </>
  );
}

function Named({ person }: { person: Person | null }) {
  const t = useTranslations("common");
  return person?.name ?? <span className="muted">{t("nothing")}</span>;
}
