import "server-only";
import type { ForeignTable, SurveyedTable } from "../../adapters/import-file";

/** Surveys that are kept: a page asks for the same one again and again. */
const MOST = 4;

const kept = globalThis as typeof globalThis & {
  ledgerSurveys?: Map<string, { survey: SurveyedTable | null; ready: Promise<SurveyedTable> }>;
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
): Promise<SurveyedTable | null> {
  const key = `${id} ${JSON.stringify(table.reading)}`;
  let found = surveys.get(key);
  if (!found) {
    const made = { survey: null as SurveyedTable | null, ready: table.survey() };
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
