import type { Say } from "../say";
import type {
  CaseSummary,
  SummaryEvent,
  SummaryGroup,
  SummaryHead,
  SummarySource,
  SummaryStatement,
} from "./case-summary";
import { markdownAddress, markdownParagraphs, markdownText } from "./markdown-text";

/** The beginning of a document of one or several summaries. */
export function summaryHeadMarkdown({ title, made, filter, guide }: SummaryHead): string {
  const lines = [`# ${markdownText(title)}`, filter, made, guide].filter((line) => line !== "");
  return `${[lines[0], ...lines.slice(1).map(markdownText)].join("\n\n")}\n`;
}

/** One summary as plain CommonMark: headings, paragraphs and lists, no HTML and no tables. Ends in a line break. */
export function caseSummaryMarkdown(summary: CaseSummary, say: Say): string {
  const { ref, title, standing, citation } = summary;
  const section = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`### ${say(`caseSummary.section.${name}`)}`, lines.join("\n")];
  const items = (list: readonly string[]) => list.map((text) => `- ${markdownText(text)}`);
  const blocks = [
    `## ${markdownText(title)}`,
    markdownText(`${ref}. ${standing}`),
    markdownParagraphs(summary.summary),
    ...section(
      "headline",
      summary.headline.map(({ label, value, note }) => {
        const remark = note === "" ? "" : ` (${markdownText(note)})`;
        return `- **${markdownText(label)}:** ${inner(value)}${remark}`;
      }),
    ),
    ...section(
      "disputed",
      summary.disputed.map(({ label, said }) => `- **${markdownText(label)}:** ${inner(said)}`),
    ),
    ...section("timeline", summary.timeline.map(eventItem)),
    ...section("groups", summary.groups.flatMap(groupItem)),
    ...section("statements", summary.statements.flatMap(statementItem)),
    ...section("sources", summary.sources.map(sourceItem)),
    ...section("links", items(summary.links)),
    ...section("withheld", items(summary.withheld)),
    ...section("citation", [markdownText(citation)]),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** Behind other words of a line nothing is at its beginning. */
function inner(text: string): string {
  return markdownText(`x ${text}`).slice(2);
}

function eventItem(event: SummaryEvent): string {
  const { name, modality, date, people, places, description, sources } = event;
  const more = [places, people, description].filter(Boolean).join(" · ");
  const told = modality === "" ? name : `${name} (${modality})`;
  const words = more === "" ? told : `${told}: ${more}`;
  return `- **${markdownText(date)}** ${inner(words)}${cited(sources)}`;
}

function groupItem({ depth, name, count, who, became }: SummaryGroup): string[] {
  const indent = "  ".repeat(depth);
  return [
    `${indent}- **${markdownText(name)}:** ${inner(count)} · ${inner(who)}`,
    ...became.map((step) => `${indent}  - ${markdownText(step)}`),
  ];
}

function statementItem(one: SummaryStatement): string[] {
  const { source, about, value, statement, quote, locator, judged } = one;
  const words = [value, statement].filter(Boolean).join(". ");
  const where = locator === "" ? "" : ` (${markdownText(locator)})`;
  return [
    `- ${cited([source]).trim()} **${markdownText(about)}:** ${inner(words)}${where} · ${inner(judged)}`,
    ...quote
      .split(/\r\n|\r|\n/)
      .map(markdownText)
      .filter((line) => line !== "")
      .map((line) => `  > ${line}`),
  ];
}

function sourceItem({ number, citation, url, archivedUrl, remarks }: SummarySource): string {
  const addresses = [url, archivedUrl].filter(Boolean).map(markdownAddress).join(" ");
  return `- ${cited([number]).trim()} ${inner(citation)}${addresses && ` ${addresses}`} (${markdownText(remarks)})`;
}

/** Numbers of sources, as a reader sees them: [1, 2]. */
function cited(numbers: readonly number[]): string {
  return numbers.length === 0 ? "" : ` \\[${numbers.join(", ")}\\]`;
}
