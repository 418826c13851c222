import type { AbstractIntlMessages } from "next-intl";

/**
 * What of the messages is sent to browsers with every page: what client components say, and no more, for all of them
 * would be a third of a page. `client-messages.test.ts` fails where a page needs another.
 */
export const SITE_MESSAGES = [
  "crash",
  "incidents.search",
  "incidents.selection.all",
  "incidents.selection.count",
  "incidents.selection.csv",
  "incidents.selection.excel",
  "incidents.selection.hint",
  "incidents.selection.label",
  "incidents.selection.more",
  "ui.suggest",
];

/** What pages with forms send besides. */
export const FORM_MESSAGES = [
  "account",
  "article",
  "common",
  "count",
  "date",
  "form",
  "groups",
  "import",
  "incident.changes",
  "incident.comments",
  "incident.grid",
  "incident.links",
  "incident.restore",
  "incident.retract",
  "incident.review",
  "incident.staleReason",
  "incidents.selection",
  "issues",
  "merge.form",
  "merge.otherPeople",
  "merge.sameGroup",
  "merge.partOfGroup",
  "merge.otherEvent",
  "merge.sameEvent",
  "personalData",
  "review",
  "samples",
  "similar",
  "sources",
  "ui",
  "views",
  "vocabulary",
];

/** What the timeline sends besides, which is drawn in the browser. */
export const TIMELINE_MESSAGES = [
  "count",
  "date",
  "timeline",
  "ui.date",
  "ui.status",
  "vocabulary.dateKind",
  "vocabulary.eventType",
  "vocabulary.modality",
  "vocabulary.reviewStatus",
  "vocabulary.status",
];

/**
 * What the list of incidents sends for its one form, by which a view of it is kept: it is the page that is asked for
 * most, so of all issues it has those that this form is answered with.
 */
export const LIST_FORM_MESSAGES = [
  "issues.account.signed_out",
  "issues.columns",
  "issues.filter",
  "issues.form",
  "issues.not_allowed",
  "issues.page",
  "issues.personal_data",
  "issues.publication.delayed",
  "issues.sort",
  "issues.text",
  "issues.view",
  "personalData",
  "ui.notice",
];

/** The messages under these paths, in the places that they have among all. */
export function pickMessages(
  messages: AbstractIntlMessages,
  paths: readonly string[],
): AbstractIntlMessages {
  const picked: AbstractIntlMessages = {};
  for (const path of paths) {
    const steps = path.split(".");
    const last = steps.pop()!;
    let from = messages;
    let to = picked;
    for (const step of steps) {
      from = from[step] as AbstractIntlMessages;
      to[step] ??= {};
      to = to[step] as AbstractIntlMessages;
    }
    to[last] = from[last]!;
  }
  return picked;
}
