/**
 * The text, then what `next` gives until it gives null; bytes as they are. A failure breaks the stream off: a reader must never
 * take a part for the whole. `stop` is called when the reader leaves early.
 */
export function textStream(
  text: string | Uint8Array,
  next: (() => Promise<string | Uint8Array | null>) | null,
  stop: () => Promise<unknown>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const bytesOf = (piece: string | Uint8Array) =>
    typeof piece === "string" ? encoder.encode(piece) : piece;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytesOf(text));
      if (next === null) controller.close();
    },
    async pull(controller) {
      const more = await next?.();
      if (more == null) controller.close();
      else controller.enqueue(bytesOf(more));
    },
    cancel: async () => {
      await stop();
    },
  });
}
