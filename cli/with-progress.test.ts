import { expect, it } from "vitest";
import { withProgress } from "./with-progress";

it("says how many of how many, and takes the line away also where it fails", async () => {
  const written: string[] = [];
  const terminal = { isTTY: true, write: (text: unknown) => written.push(String(text)) > 0 };
  let time = 0;
  const failing = withProgress(
    "Indexed",
    async (at) => {
      time = 2000;
      at(1500, 12_000);
      throw new Error("stopped");
    },
    { note: "It goes on.", terminal, now: () => time },
  );
  await expect(failing).rejects.toThrow("stopped");
  expect(written).toEqual([
    "\r\x1b[KIndexed 1,500 of 12,000 incidents (12 %). It goes on.",
    "\r\x1b[K",
  ]);
});
