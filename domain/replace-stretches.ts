type Stretch = { start: number; end: number };

/**
 * The text with stretches replaced, and where what stood at an offset stands now. Stretches may come in any order; one
 * that overlaps another before it is passed over. `moved`: an offset inside a replaced stretch leads to its edge, of a
 * start to the beginning and of an end to the end, so that words around it still hold all of it.
 */
export function replaceStretches(
  text: string,
  stretches: readonly (Stretch & { replacement: string })[],
): { text: string; moved: (span: Stretch) => Stretch } {
  const done: { start: number; end: number; at: number; length: number }[] = [];
  let written = "";
  let from = 0;
  for (const { start, end, replacement } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    written += text.slice(from, start);
    done.push({ start, end, at: written.length, length: replacement.length });
    written += replacement;
    from = end;
  }
  const move = (offset: number, edge: "start" | "end") => {
    let shift = 0;
    for (const { start, end, at, length } of done) {
      if (offset <= start) break;
      if (offset < end) return edge === "start" ? at : at + length;
      shift = at + length - end;
    }
    return offset + shift;
  };
  return {
    text: written + text.slice(from),
    moved: ({ start, end }) => ({ start: move(start, "start"), end: move(end, "end") }),
  };
}
