import "server-only";
import type { ForeignTable } from "../../adapters/import-file";
import type { TableSurvey } from "../../domain/import/table-survey";

/** Surveys that are kept: a page asks for the same one again and again. */
const MOST = 4;

const kept = globalThis as typeof globalThis & {
  ledgerSurveys?: Map<string, { survey: TableSurvey | null; ready: Promise<TableSurvey> }>;
};
kept.ledgerSurveys ??= new Map();
const surveys = kept.ledgerSurveys;

/**
 * What a table has in its columns; a large one takes some seconds, so null where it is not ready after `wait`
 * milliseconds: it goes on, and is there when the page asks again. `id`: of its import.
 */
export async function surveyOf(
  id: string,
  table: ForeignTable,
  wait: number,
): Promise<TableSurvey | null> {
  const key = `${id} ${JSON.stringify(table.reading)}`;
  let found = surveys.get(key);
  if (!found) {
    const made = { survey: null as TableSurvey | null, ready: table.survey() };
    found = made;
    surveys.set(key, made);
    if (surveys.size > MOST) surveys.delete(surveys.keys().next().value!);
    made.ready.then(
      (survey) => {
        made.survey = survey;
      },
      () => surveys.delete(key),
    );
  }
  const late = new Promise<null>((done) => setTimeout(done, wait, null));
  return found.survey ?? Promise.race([found.ready, late]);
}
