import { type Packed, readNumbers } from "./packed";

/** Room for what one block has of something, used again by the next. */
export type Scratch = { numbers: Int32Array };

export function newScratch(): Scratch {
  return { numbers: new Int32Array(1024) };
}

/** Numbers that stay until the same room is read into again. */
export function readInto(room: Scratch, packed: Packed, count: number): Int32Array {
  scratchFor(room, count);
  readNumbers(packed, room.numbers, 0, count);
  return room.numbers;
}

/** Room for so many numbers. */
export function scratchFor(room: Scratch, count: number): Int32Array {
  if (room.numbers.length < count) room.numbers = new Int32Array(count * 2);
  return room.numbers;
}
