/** Of the library, which brings no types, what is used here. */
declare module "@citation-js/core" {
  export const plugins: {
    config: { get(ref: string): Record<string, unknown> };
    output: { format(name: string, data: readonly object[], options?: object): string };
  };
}
declare module "@citation-js/plugin-bibtex";
