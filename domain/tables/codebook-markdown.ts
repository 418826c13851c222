import type { Say } from "../say";
import { type Codebook, type CodebookColumn, type CodebookList, codebook } from "./codebook";

/** The codebook as Markdown, the same for the same version of the program. */
export function codebookMarkdown(say: Say): string {
  const { rules, tables, summary, lists }: Codebook = codebook(say);
  const lines = [`# ${say("codebook.title")}`, "", say("codebook.about"), ""];
  lines.push(`## ${say("codebook.rules")}`, "");
  for (const { title, texts } of rules)
    lines.push(`### ${title}`, "", ...texts.flatMap((text) => [text, ""]));
  lines.push(`## ${say("codebook.tables")}`, "", say("codebook.tablesText"), "");
  for (const table of tables)
    lines.push(
      `### ${table.title} (\`${table.file}\`)`,
      "",
      table.says,
      "",
      ...table.keys.map((key) => `- ${key}`),
      "",
      ...markdownTable(
        [say("codebook.column"), say("codebook.holds"), say("codebook.says")],
        table.columns.map((column) => [`\`${column.name}\``, holds(column), column.says]),
      ),
      "",
    );
  lines.push(`## ${say("codebook.summary")}`, "", say("codebook.summaryText"), "");
  lines.push(
    ...markdownTable(
      [say("codebook.column"), say("codebook.says")],
      summary.map(({ name, says }) => [`\`${name}\``, says]),
    ),
    "",
  );
  lines.push(`## ${say("codebook.lists")}`, "", say("codebook.listsText"), "");
  for (const list of lists) lines.push(...listLines(list, say));
  return `${lines.join("\n").trimEnd()}\n`;
}

function holds({ type, list, marks }: CodebookColumn): string {
  const values = list ? [`[${list.title}](#${anchorOf(list.title)})`] : [];
  return [type, ...values, ...marks].join("; ");
}

function listLines({ title, says, codes }: CodebookList, say: Say): string[] {
  const hasOutside = codes.some(({ outside }) => outside !== "");
  const heading = [say("codebook.code"), say("codebook.label"), say("codebook.meaning")];
  return [
    `### ${title}`,
    "",
    says,
    "",
    ...markdownTable(
      hasOutside ? [...heading, say("codebook.outside")] : heading,
      codes.map(({ code, label, meaning, outside }) => [
        `\`${code}\``,
        label,
        meaning,
        ...(hasOutside ? [outside] : []),
      ]),
    ),
    "",
  ];
}

function markdownTable(heading: string[], rows: string[][]): string[] {
  const line = (cells: string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heading), line(heading.map(() => "---")), ...rows.map(line)];
}

/** As most programs make the anchor of a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");
}
