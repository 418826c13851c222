import { expect, it } from "vitest";
import { progressLine } from "./progress-line";

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return {
    written,
    isTTY,
    write(text: string | Uint8Array) {
      written.push(String(text));
      return true;
    },
  };
}

it("shows nothing of what takes less than a second, and takes its line away at the end", () => {
  const to = terminal(true);
  let time = 0;
  const progress = progressLine(
    (done) => `${done} done`,
    to,
    () => time,
  );
  time = 900;
  progress.at(1);
  expect(to.written).toEqual([]);
  time = 1000;
  progress.at(2);
  time = 1100;
  progress.at(3);
  time = 1200;
  progress.at(4);
  progress.end();
  expect(to.written).toEqual(["\r\x1b[K2 done", "\r\x1b[K4 done", "\r\x1b[K"]);
});

it("says nothing where the output is no terminal", () => {
  const to = terminal(false);
  let time = 0;
  const progress = progressLine(
    (done) => `${done}`,
    to,
    () => time,
  );
  time = 5000;
  progress.at(1);
  progress.end();
  expect(to.written).toEqual([]);
});
