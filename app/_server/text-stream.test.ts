import { expect, it } from "vitest";
import { textStream } from "./text-stream";

const nothing = async () => undefined;

it("gives the first text, then all the others", async () => {
  const left = ["b", "ç", ""];
  const stream = textStream("a", async () => left.shift() ?? null, nothing);
  expect(await new Response(stream).text()).toBe("abç");
  expect(await new Response(textStream("only", null, nothing)).text()).toBe("only");
});

it("breaks off where the next text fails, so that no reader takes it for whole", async () => {
  const stream = textStream(
    "a",
    async () => {
      throw new Error("disk gone");
    },
    nothing,
  );
  await expect(new Response(stream).text()).rejects.toThrow("disk gone");
});

it("stops its source when the reader leaves", async () => {
  let isStopped = false;
  const stream = textStream(
    "a",
    async () => "b",
    async () => {
      isStopped = true;
    },
  );
  const reader = stream.getReader();
  await reader.read();
  await reader.cancel();
  expect(isStopped).toBe(true);
});
