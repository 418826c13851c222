/** What the page knows of a column: some of its different cells, and how many are filled. */
export type ColumnSample = { header: string; cells: string[]; filled: number };
