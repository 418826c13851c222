import { riskNow } from "../at-risk";
import { citedFacts } from "../cited-facts";
import type { CountRange } from "../count-range";
import { isUnknownCount } from "../count-range";
import { disagreementOf, type Saying, type Voice } from "../disagreement";
import { formatCount } from "../format-count";
import { exactInterval, formatDate } from "../format-date";
import type { PartialDate } from "../partial-date";
import type { Corroboration } from "../vocabulary";
import type { CaseSummary } from "./case-summary";
import { listed, type SummaryContext } from "./summary-context";

/** The headline in words, each fact with how far the sources bear it out. */
export function summaryHeadline(context: SummaryContext): CaseSummary["headline"] {
  const { view, names, today, locale, say } = context;
  const { headline } = view;
  const place = (ids: readonly string[]) => ids.map((id) => names.place[id] ?? id).join(", ");
  const grade = (corroboration: Corroboration) =>
    corroboration === "unsourced" ? "" : say(`ui.corroboration.${corroboration}`);
  const row = (name: string, value: string, note = "") => ({
    label: say(`caseSummary.headline.${name}`),
    value,
    note,
  });
  const bare = headline.countries.filter(
    (country) => !headline.provinces.some((id) => id.startsWith(`${country}-`)),
  );
  const where = [place([...headline.provinces, ...bare]), place(headline.localities)];
  const wholeOf = new Map(view.document.groups.map(({ id, partOf }) => [id, partOf]));
  // A part goes without saying where its whole has the status too.
  const tops = (ids: readonly string[]) => ids.filter((id) => !ids.includes(wholeOf.get(id) ?? ""));
  const statuses = headline.statuses.map(({ status, groupIds }) =>
    headline.statuses.length > 1
      ? say("caseSummary.statusOf", {
          status: say(`vocabulary.status.${status}`),
          groups: tops(groupIds)
            .map((id) => names.group[id] ?? id)
            .join(", "),
        })
      : say(`vocabulary.status.${status}`),
  );
  const { of, stale } = riskNow(headline, today);
  const risk = listed(
    of.map((type) => say(`vocabulary.eventType.${type}`)),
    locale,
  );
  const exact = exactInterval(headline.date);
  return [
    row(
      "when",
      `${formatDate(headline.date, locale, say)}${exact === "" ? "" : ` (${exact})`}`,
      grade(headline.byField.date),
    ),
    row(
      "where",
      where.filter(Boolean).join(": ") || say("common.unknown"),
      grade(headline.byField.place),
    ),
    row("people", formatCount(headline.persons, say), grade(headline.byField.persons)),
    ...(isUnknownCount(headline.families)
      ? []
      : [row("families", formatCount(headline.families, say))]),
    ...(isUnknownCount(headline.helpers) && !headline.roles.includes("helper")
      ? []
      : [row("helpers", formatCount(headline.helpers, say), grade(headline.byField.helpers))]),
    row(
      "status",
      statuses.join("; ") || say("vocabulary.status.unknown"),
      grade(headline.byField.status),
    ),
    ...(of.length > 0
      ? [row("risk", say(stale ? "ui.status.wasAtRisk" : "ui.status.atRisk", { events: risk }))]
      : []),
    row(
      "sources",
      say("incident.sources.independent", {
        sources: headline.sources,
        independent: headline.independentSources,
      }),
    ),
  ];
}

/** What sources do not agree on, each with who says what; empty where they agree. */
export function summaryDisputes({
  view,
  names,
  locale,
  say,
}: SummaryContext): CaseSummary["disputed"] {
  const { document, headline, sources } = view;
  const found = disagreementOf(document, headline, citedFacts(sources));
  const voice = ({ publisher, published }: Voice) => {
    const name = publisher || say("incident.names.unnamedPublisher");
    if (published === null) return name;
    const date = formatDate(published, locale, say);
    return say("incident.names.voice", { publisher: name, date });
  };
  const sayings = <T>(said: readonly Saying<T>[], word: (value: T) => string) =>
    said
      .map(({ value, by }) =>
        say("incident.sayings.by", { value: word(value), voices: listed(by.map(voice), locale) }),
      )
      .join("; ");
  const row = (name: string, said: string) => ({
    label: say(`caseSummary.headline.${name}`),
    said,
  });
  const count = (value: CountRange | null) => (value === null ? "?" : formatCount(value, say));
  const ofGroups = (name: string, list: typeof found.persons) =>
    list.map(({ groupId, said }) => {
      const words = sayings(said, count);
      const group = names.group[groupId] ?? groupId;
      return row(
        name,
        list.length > 1 ? say("incident.sayings.group", { group, sayings: words }) : words,
      );
    });
  const date = (value: PartialDate) => formatDate(value, locale, say);
  const places = (ids: string[]) => ids.map((id) => names.place[id] ?? id).join(" + ");
  return [
    ...(found.date.length > 0 ? [row("when", sayings(found.date, date))] : []),
    ...(found.place.length > 0 ? [row("where", sayings(found.place, places))] : []),
    ...ofGroups("people", found.persons),
    ...ofGroups("helpers", found.helpers),
    ...found.splits.map(({ groupIds, said }) =>
      row(
        "split",
        say("incident.figures.splitGroups", {
          groups: groupIds.map((id) => names.group[id] ?? id).join(", "),
          sayings: sayings(said, (counts) => counts.map(count).join(" + ")),
        }),
      ),
    ),
    ...(found.status.length > 0
      ? [
          row(
            "status",
            sayings(found.status, (one) => say(`vocabulary.modality.${one}`)),
          ),
        ]
      : []),
  ];
}
