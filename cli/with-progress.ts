import { grouped } from "./grouped";
import { progressLine } from "./progress-line";

/**
 * Does something that may take long, and says on the terminal how much is done of how much.
 * `verb`: "Generated". `of`: what is counted. `note`: a sentence more. `terminal` and `now`: as `progressLine` takes them.
 */
export async function withProgress<T>(
  verb: string,
  work: (at: (done: number, all: number) => void) => Promise<T>,
  {
    of: counted = "incidents",
    note = "",
    terminal,
    now,
  }: {
    of?: string;
    note?: string;
    terminal?: Parameters<typeof progressLine>[1];
    now?: () => number;
  } = {},
): Promise<T> {
  let of = 0;
  const say = (done: number) => {
    const percent = Math.floor((100 * done) / of);
    return `${verb} ${grouped(done)} of ${grouped(of)} ${counted} (${percent} %).${note && ` ${note}`}`;
  };
  const progress = progressLine(say, terminal, now);
  try {
    return await work((done, all) => {
      of = all;
      progress.at(done);
    });
  } finally {
    progress.end();
  }
}
