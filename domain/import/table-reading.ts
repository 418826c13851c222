/**
 * How the bytes of a table were read. `encoding`: a label of the WHATWG Encoding Standard, as `TextDecoder` takes it;
 * `bom`: it began with a byte order mark. `delimiter`: one character. `sheet` is empty but for a table of a package.
 */
export type TableReading = {
  encoding: string;
  bom: boolean;
  delimiter: string;
};
