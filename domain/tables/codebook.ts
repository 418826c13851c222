import { CSV_COLUMN_NAMES } from "../incident-csv-columns";
import { outsideCodeOf } from "../outside-codes";
import type { Say } from "../say";
import { CASE_SUMMARY_COLUMNS } from "./case-summary-columns";
import { CODEBOOK_RULES, type CodebookRule } from "./codebook-rules";
import { TABLE_NAMES, tableNamed } from "./data-tables";
import type { TableColumn } from "./table-column";
import { VOCABULARIES, type Vocabulary, type VocabularyName } from "./vocabularies";

/** One column in words. `list`: the id of the code list that its values are from, and `marks` what else holds for it. */
export type CodebookColumn = {
  name: string;
  type: string;
  says: string;
  list: { id: string; title: string } | null;
  marks: string[];
};

export type CodebookTable = {
  id: string;
  title: string;
  says: string;
  file: string;
  keys: string[];
  columns: CodebookColumn[];
};

/** `outside`: the code that others use for the same, with the list it is from. */
export type CodebookCode = { code: string; label: string; meaning: string; outside: string };
export type CodebookList = { id: string; title: string; says: string; codes: CodebookCode[] };

/** Every rule, field and code of the ledger, in words. */
export type Codebook = {
  rules: readonly CodebookRule[];
  tables: CodebookTable[];
  summary: { name: string; says: string }[];
  lists: CodebookList[];
};

export function codebook(say: Say): Codebook {
  return {
    rules: CODEBOOK_RULES,
    tables: TABLE_NAMES.map((name) => tableInWords(name, say)),
    summary: CSV_COLUMN_NAMES.map((name) => ({ name, says: CASE_SUMMARY_COLUMNS[name] })),
    lists: (Object.keys(VOCABULARIES) as VocabularyName[]).map((name) => listInWords(name, say)),
  };
}

function tableInWords(name: (typeof TABLE_NAMES)[number], say: Say): CodebookTable {
  const { title, says, columns, primaryKey, foreignKeys, isInternal } = tableNamed(name);
  const joined = (names: readonly string[]) => names.join(", ");
  return {
    id: name,
    title,
    says: isInternal ? `${says} ${say("codebook.internalTable")}` : says,
    file: `${name}.csv`,
    keys: [
      say("codebook.primaryKey", { columns: joined(primaryKey) }),
      ...foreignKeys.map(({ columns: own, table, references }) =>
        say("codebook.foreignKey", {
          columns: joined(own),
          table,
          references: joined(references),
        }),
      ),
    ],
    columns: columns.map((column) => columnInWords(column, say)),
  };
}

function columnInWords(column: TableColumn, say: Say): CodebookColumn {
  const { name, type, says, vocabulary, min, max, maxLength, unit } = column;
  const marks: string[] = [];
  if (column.required) marks.push(say("codebook.required"));
  if (min !== undefined && max !== undefined) marks.push(say("codebook.between", { min, max }));
  else if (min !== undefined) marks.push(say("codebook.atLeast", { min }));
  if (maxLength !== undefined) marks.push(say("codebook.maxLength", { max: maxLength }));
  if (unit !== undefined) marks.push(say("codebook.unit", { unit }));
  if (column.notRead) marks.push(say(`codebook.${column.notRead}`));
  if (column.isInternal) marks.push(say("codebook.internal"));
  const list = vocabulary && { id: vocabulary, title: VOCABULARIES[vocabulary].title };
  return { name, type: say(`codebook.type.${type}`), says, list: list ?? null, marks };
}

function listInWords(name: VocabularyName, say: Say): CodebookList {
  const { title, says, codes, meanings = {} }: Vocabulary = VOCABULARIES[name];
  return {
    id: name,
    title,
    says,
    codes: codes.map((code) => {
      const outside = outsideCodeOf(name, code);
      return {
        code: String(code),
        label: say(`vocabulary.${name}.${code}`),
        meaning: meanings[String(code)] ?? "",
        outside: outside ? `${outside.scheme} ${outside.code}` : "",
      };
    }),
  };
}
