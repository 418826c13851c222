import { formatDay } from "../format-day";
import type { CaseSummary } from "./case-summary";
import type { SummaryContext } from "./summary-context";
import { summaryGroups, summaryTimeline } from "./summary-events";
import { summaryDisputes, summaryHeadline } from "./summary-headline";
import { summarySources, summaryStatements } from "./summary-sources";

/**
 * The summary of one incident as one of its readers may have it: `view` is read from the store that is for them, so
 * nothing that is not theirs can be in it.
 */
export function buildCaseSummary(context: SummaryContext): CaseSummary {
  const { view, say, locale, today } = context;
  return {
    ref: view.ref,
    title: view.document.title,
    running: say("caseSummary.running", { ref: view.ref, day: formatDay(today, locale, say) }),
    standing: standing(context),
    summary: view.document.summary,
    headline: summaryHeadline(context),
    disputed: summaryDisputes(context),
    timeline: summaryTimeline(context),
    groups: summaryGroups(context),
    statements: summaryStatements(context),
    sources: summarySources(context),
    links: view.links.map(({ type, outgoing, ref, title, note }) =>
      [
        say(`incident.links.${outgoing ? "outgoing" : "incoming"}.${type}`),
        ref,
        title,
        note && `(${note})`,
      ]
        .filter(Boolean)
        .join(" "),
    ),
    withheld: withheld(context),
    citation: citation(context),
  };
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function standing(context: SummaryContext): string {
  const { view, reader, say } = context;
  const { version, updatedAt, reviewStatus, retractedReason } = view;
  const day = formatDay(dayOf(updatedAt), context.locale, say);
  if (reader === "public") return say("caseSummary.standing.edition", { edition: version, day });
  const status = say(`vocabulary.reviewStatus.${reviewStatus}`);
  const words = say("caseSummary.standing.version", { status, version, day });
  return retractedReason === null
    ? words
    : `${words} ${say("incident.retractedBanner", { reason: retractedReason })}`;
}

/** Of the public edition only the rule is told: whether it applied would itself tell of what is restricted. */
function withheld({ view, reader, say }: SummaryContext): string[] {
  const restricted = view.sources.filter(({ access }) => access === "restricted").length;
  const all = [say("caseSummary.withheld.names"), say("caseSummary.withheld.texts")];
  if (reader === "public")
    return [...all, say("caseSummary.withheld.public"), say("caseSummary.withheld.small")];
  if (reader === "internal")
    return [
      ...all,
      say("caseSummary.withheld.internal"),
      ...(restricted > 0 ? [say("caseSummary.withheld.internalRestricted", { restricted })] : []),
    ];
  return [
    ...all,
    ...(restricted > 0 ? [say("caseSummary.withheld.restricted", { restricted })] : []),
    say("caseSummary.withheld.verified"),
  ];
}

function citation(context: SummaryContext): string {
  const { view, reader, today, say, addressOf } = context;
  const { ref, version, updatedAt, document } = view;
  const isPublic = reader === "public";
  const path = isPublic ? `/incidents/${ref}/editions/${version}` : `/incidents/${ref}`;
  return say(isPublic ? "caseSummary.cite.edition" : "caseSummary.cite.version", {
    title: document.title,
    ref,
    version,
    day: formatDay(dayOf(updatedAt), context.locale, say),
    address: addressOf(path),
    today: formatDay(today, context.locale, say),
  });
}
