import { getTranslations } from "next-intl/server";
import type { ForeignTable, SurveyedTable } from "../../../adapters/import-file";
import type { ColumnSample } from "../../../components/import/column-sample";
import type { DecidedValue } from "../../../components/import/decided-value";
import { MappingForm } from "../../../components/import/mapping-form";
import { ReadingForm } from "../../../components/import/reading-form";
import { IssuesNotice } from "../../../components/ui/notice";
import { PageSection } from "../../../components/ui/page-section";
import type { Actor } from "../../../domain/actor";
import { checkMapping } from "../../../domain/import/check-mapping";
import type { ImportView } from "../../../domain/import/import-view";
import type { PlaceIndex } from "../../../domain/import/place-index";
import { suggestMapping } from "../../../domain/import/suggest-mapping";
import { summaryMapping } from "../../../domain/import/summary-mapping";
import type { TableMapping } from "../../../domain/import/table-mapping";
import { dateOrderOf, type TableSurvey } from "../../../domain/import/table-survey";
import { undecidedValues } from "../../../domain/import/undecided-values";
import { mappingAction, readingAction } from "./actions";
import { namedPlaces } from "./open-waiting";

type Props = { actor: Actor; view: ImportView; file: ForeignTable; survey: SurveyedTable };

const MAX_CELLS = 4;
const MAX_CELL = 60;
const MAX_VALUES = 200;

/** How a foreign table is read: its bytes, and what its columns are. */
export async function MappedTable({ actor, view, file, survey }: Props) {
  const t = await getTranslations("import");
  const places = await namedPlaces(actor);
  const mapping = inOrderOf(
    file.headers,
    view.mapping ??
      view.remembered ??
      summaryMapping(file.headers) ??
      suggestMapping(survey, places),
  );
  const { values: undecided } = undecidedValues(survey, mapping, places);
  // Whoever has said nothing yet is not told that something is missing.
  const issues = view.mapping ? checkMapping(mapping, file.headers, places, survey) : [];
  const order = dateOrderOf(
    survey,
    mapping.columns.filter(({ field }) => field?.includes("date")).map(({ header }) => header),
  );
  return (
    <>
      <IssuesNotice issues={issues} title={t("mapping.unclear")} />
      <PageSection
        beside={t("reading.rows", { count: survey.rows })}
        id="reading"
        title={t("reading.title")}
      >
        <ReadingForm
          action={readingAction}
          id={view.id}
          likely={survey.others}
          reading={file.reading}
        />
      </PageSection>
      <PageSection id="mapping" title={t("mapping.title")}>
        {!view.mapping && (
          <p className="muted mb-2 max-w-prose">
            {t(view.remembered ? "mapping.remembered" : "mapping.suggested")}
          </p>
        )}
        <MappingForm
          action={mappingAction}
          chosen={view.report?.names}
          dateOrder={orderInWords(order, t)}
          decided={decidedValues(mapping, places)}
          id={view.id}
          // Anew with what was saved: a form keeps what it began with.
          key={JSON.stringify(mapping)}
          mapping={mapping}
          samples={survey.columns.map(sampleOf)}
          undecided={undecided.slice(0, MAX_VALUES)}
          undecidedCount={undecided.length}
        />
      </PageSection>
    </>
  );
}

/** A mapping that was remembered may have the columns in another order; they are shown as they stand in the file. */
function inOrderOf(headers: readonly string[], mapping: TableMapping): TableMapping {
  const byHeader = new Map(mapping.columns.map((column) => [column.header, column]));
  return {
    ...mapping,
    columns: headers.map(
      (header) => byHeader.get(header) ?? { header, field: null, separator: "" },
    ),
  };
}

function sampleOf({ header, values, filled }: TableSurvey["columns"][number]): ColumnSample {
  const cells = [...values.keys()].slice(0, MAX_CELLS);
  const cut = (cell: string) => (cell.length > MAX_CELL ? `${cell.slice(0, MAX_CELL)}…` : cell);
  return { header, cells: cells.map(cut), filled };
}

function decidedValues(mapping: TableMapping, places: PlaceIndex): DecidedValue[] {
  return Object.entries(mapping.values).flatMap(([field, meanings]) =>
    Object.entries(meanings).map(([value, meaning]) => ({
      field,
      value,
      meaning,
      label: places.get(meaning)?.label ?? "",
    })),
  );
}

function orderInWords(
  { order, ambiguous, values }: ReturnType<typeof dateOrderOf>,
  t: Awaited<ReturnType<typeof getTranslations<"import">>>,
): string {
  if (order === "mixed") return t("mapping.order.mixed", values);
  if (order !== null) return t(`mapping.order.proven.${order}`, values);
  if (ambiguous !== null) return t("mapping.order.needed", { value: ambiguous });
  return t("mapping.order.notNeeded");
}
