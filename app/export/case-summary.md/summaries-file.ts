import { exportCases } from "../../../db/queries/export-cases";
import {
  caseSummaryMarkdown,
  summaryHeadMarkdown,
} from "../../../domain/case-summary/case-summary-markdown";
import { describeIncidentCount } from "../../../domain/describe-incident-filter";
import { formatDay } from "../../../domain/format-day";
import { caseSummaryOf, type SummaryWords } from "../../_server/case-summary-of";
import type { ExportFile } from "../export-response";

/** The summaries of all incidents of a filter as one file of CommonMark, in the list's order. */
export function summariesFile({ locale, base }: Pick<SummaryWords, "locale" | "base">): ExportFile {
  return {
    name: "case-summaries",
    ending: "md",
    async *text(store, actor, request, { names, say, now, today }) {
      const { total, cases, close } = await exportCases(store, actor, request);
      try {
        let before = summaryHeadMarkdown({
          title: say("caseSummary.titleMany"),
          filter: say("caseSummary.filter", {
            filter: describeIncidentCount(total, request.filter, { names, locale, say }),
          }),
          made: say("caseSummary.made", { day: formatDay(today, locale, say) }),
          guide: say("caseSummary.guide"),
        });
        const words = { say, locale, now, base };
        // With the first of them, so that what fails at once is still a real error.
        for await (const view of cases) {
          yield `${before}\n${caseSummaryMarkdown(caseSummaryOf(view, store.profile, words), say)}`;
          before = "";
        }
        if (before !== "") yield before;
      } finally {
        await close();
      }
    },
  };
}
