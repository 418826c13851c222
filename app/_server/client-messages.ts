import type { AbstractIntlMessages } from "next-intl";

/**
 * What of the messages is sent to browsers with every page: what client components say, and no more, for all of them
 * would be a third of a page. `client-messages.test.ts` fails where a page needs another.
 */
export const SITE_MESSAGES = [
  "app.mainNavigation",
  "nav",
  "crash",
  "common",
  "count",
  "date",
  "ui",
  "incidents.finds",
  "incidents.search",
  "incidents.selection",
  "incidents.table",
  "timeline",
  "map.table",
  "groups",
  "locations",
  "sources",
  "vocabulary",
];

/** What pages with forms send besides. */
export const FORM_MESSAGES = [
  "account",
  "article",
  "form",
  "import",
  "incident.changes",
  "incident.comments",
  "incident.grid",
  "incident.links",
  "incident.restore",
  "incident.retract",
  "incident.review",
  "incident.staleReason",
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
  "views",
];

/** What the list of incidents sends for its one form, by which a view of it is kept: it is the page that is asked for most. */
export const LIST_FORM_MESSAGES = ["issues", "personalData"];

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
