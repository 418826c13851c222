/** The column that a file to mend has behind its own: what is wrong with the row. It is not read when it comes back. */
export const MEND_COLUMN = "ledger_problem";

/**
 * What a table's columns are called, in its order. `names`: each once; a repeated one has its number behind it, an
 * empty one is `column N`. `isMended`: the file is one to mend, whose last column is not among `names`.
 */
export type TableHeaders = { names: string[]; isMended: boolean };

export function tableHeaders(cells: readonly string[]): TableHeaders {
  const trimmed = cells.map((cell) => cell.normalize("NFC").trim());
  const isMended = trimmed.length > 1 && trimmed.at(-1) === MEND_COLUMN;
  const own = isMended ? trimmed.slice(0, -1) : trimmed;
  const taken = new Set<string>();
  const names = own.map((header, at) => {
    const wanted = header === "" ? `column ${at + 1}` : header;
    let name = wanted;
    for (let number = 2; taken.has(name) || (name !== wanted && own.includes(name)); number++)
      name = `${wanted} (${number})`;
    taken.add(name);
    return name;
  });
  return { names, isMended };
}

/** Tells tables with the same set of columns, whatever their order. `sha256`: of UTF-8, as hexadecimal digits. */
export function headersDigest(names: readonly string[], sha256: (text: string) => string): string {
  return sha256(JSON.stringify([...names].sort()));
}
