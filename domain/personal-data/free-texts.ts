import type { IncidentDocument } from "../incident";
import type { PartialDate } from "../partial-date";
import type { Source } from "../source";

/**
 * One text that a person wrote: its dotted path as issues name it.
 * `names`: whether to look for names and addresses in it too.
 * `accounts`: whether the name of an account may be kept in it, with a reason.
 */
export type FreeText = { path: string; text: string; names: boolean; accounts: boolean };

/** A text in which everything is looked for. */
export function freeText(path: string, text: string): FreeText {
  return { path, text, names: true, accounts: false };
}

/** Every free text of an incident that is not empty: title, summary, labels, descriptions, words of dates, claims. */
export function incidentTexts(document: IncidentDocument): FreeText[] {
  return [
    freeText("title", document.title),
    freeText("summary", document.summary),
    ...document.groups.map(({ label }, at) => freeText(`groups.${at}.label`, label)),
    ...document.events.flatMap(({ description, date }, at) => [
      freeText(`events.${at}.description`, description),
      dateWords(`events.${at}.date`, date),
    ]),
    ...document.claims.flatMap(({ date, scopeText, statement, quote, locator }, at) => [
      dateWords(`claims.${at}.date`, date),
      freeText(`claims.${at}.scopeText`, scopeText),
      freeText(`claims.${at}.statement`, statement),
      freeText(`claims.${at}.quote`, quote),
      freeText(`claims.${at}.locator`, locator),
    ]),
  ].filter(({ text }) => text !== "");
}

/**
 * Every free text of a source that is not empty. Its stored text is what the press wrote and nobody but
 * editors sees it: numbers and contacts are looked for there, names and addresses are not.
 * A public channel can be a source, so its publisher and its addresses may name an account.
 */
export function sourceTexts(source: Source): FreeText[] {
  return [
    { ...freeText("publisher", source.publisher), accounts: true },
    freeText("title", source.title),
    { ...freeText("url", source.url), accounts: true },
    { ...freeText("archivedUrl", source.archivedUrl), accounts: true },
    freeText("licence", source.licence),
    dateWords("published", source.published),
    { ...freeText("storedText", source.storedText), names: false },
  ].filter(({ text }) => text !== "");
}

function dateWords(path: string, date: PartialDate | null): FreeText {
  return freeText(`${path}.text`, date?.text ?? "");
}
