/**
 * The text, then what `next` gives until it gives null. A failure breaks the stream off: a reader must never
 * take a part for the whole. `stop` is called when the reader leaves early.
 */
export function textStream(
  text: string,
  next: (() => Promise<string | null>) | null,
  stop: () => Promise<unknown>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(text));
      if (next === null) controller.close();
    },
    async pull(controller) {
      const more = await next?.();
      if (more == null) controller.close();
      else controller.enqueue(encoder.encode(more));
    },
    cancel: async () => {
      await stop();
    },
  });
}
