import { parse } from "csv-parse/sync";
import { TABLE_DELIMITERS, type TableDelimiter } from "../../domain/import/table-reading";

const RECORDS = 30;

/**
 * What parts the cells, from the first records of a table: the character by which most records have as many cells as
 * the first, and of those the one that makes the most cells. A comma where there is one column.
 */
export function findDelimiter(text: string): TableDelimiter {
  let best: { delimiter: TableDelimiter; alike: number; cells: number } = {
    delimiter: ",",
    alike: 0,
    cells: 1,
  };
  for (const delimiter of TABLE_DELIMITERS) {
    const widths = widthsBy(text, delimiter);
    const cells = widths[0] ?? 1;
    if (cells < 2) continue;
    const alike = widths.filter((width) => width === cells).length / widths.length;
    if (alike > best.alike || (alike === best.alike && cells > best.cells))
      best = { delimiter, alike, cells };
  }
  return best.delimiter;
}

function widthsBy(text: string, delimiter: TableDelimiter): number[] {
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: RECORDS,
    });
    return records.map((record) => record.length);
  } catch {
    // A quote that is not closed: by this character the text is no table.
    return [];
  }
}
