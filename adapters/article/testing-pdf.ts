import { deflateSync } from "node:zlib";

/** A PDF of these objects, the first of which is its catalogue; `trailer`: more entries of its trailer. */
export function pdfOf(objects: readonly (string | Uint8Array)[], trailer = ""): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: string | Uint8Array) => {
    const bytes = typeof part === "string" ? Buffer.from(part, "latin1") : part;
    parts.push(bytes);
    length += bytes.length;
  };
  add("%PDF-1.7\n");
  const offsets = objects.map((object, at) => {
    const offset = length;
    add(`${at + 1} 0 obj\n`);
    add(object);
    add("\nendobj\n");
    return offset;
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  add(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`);
  add(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

/** A stream object; `times`: how often it is deflated. */
export function streamOf(content: string | Uint8Array, times = 0, more = ""): Uint8Array {
  let bytes = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  for (let each = 0; each < times; each++) bytes = deflateSync(bytes, { level: 9 });
  const filter = times === 0 ? "" : `/Filter [${"/FlateDecode ".repeat(times)}]`;
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${filter} ${more}>>\nstream\n`),
    bytes,
    Buffer.from("\nendstream"),
  ]);
}

const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

/** A PDF of so many pages that all show what the stream says. */
export function pagesOf(stream: Uint8Array, count = 1, trailer = ""): Uint8Array {
  const page =
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>";
  const kids = Array.from({ length: count }, (_, at) => `${at + 5} 0 R`).join(" ");
  return pdfOf(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`,
      FONT,
      stream,
      ...Array.from({ length: count }, () => page),
    ],
    trailer,
  );
}

/** What a page shows: one line of Latin letters. */
export function lineOf(words: string): string {
  return `BT /F1 12 Tf 72 700 Td (${words}) Tj ET`;
}
