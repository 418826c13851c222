const MAX_BYTES = 200_000;

/** Gathers the first lines that are not all ASCII, up to 200 kB: only they tell an encoding, and they may come late. */
export function tellingLines(): { add(chunk: Uint8Array): void; bytes(): Buffer } {
  const lines: Buffer[] = [];
  let size = 0;
  let open: Buffer = Buffer.alloc(0);
  const take = (line: Buffer) => {
    if (size >= MAX_BYTES || line.every((byte) => byte < 0x80)) return;
    // A copy: the chunk it lies in is not to be kept.
    lines.push(Buffer.from(line.subarray(0, MAX_BYTES)));
    size += line.length;
  };
  return {
    add(chunk) {
      if (size >= MAX_BYTES) return;
      const block = Buffer.concat([open, chunk]);
      let from = 0;
      for (let end = lineEnd(block, 0); end !== -1; end = lineEnd(block, from)) {
        take(block.subarray(from, end + 1));
        from = end + 1;
      }
      open = Buffer.from(block.subarray(from).subarray(0, MAX_BYTES));
    },
    bytes() {
      take(open);
      open = Buffer.alloc(0);
      return Buffer.concat(lines);
    },
  };
}

function lineEnd(block: Buffer, from: number): number {
  const feed = block.indexOf(0x0a, from);
  return feed === -1 ? block.indexOf(0x0d, from) : feed;
}
