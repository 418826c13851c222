import "server-only";
import { readFirst } from "../_server/reader";
import type { ReadFirst } from "./answer-one";
import type { ApiContext } from "./api-context";

/** Whoever signs in never sees less than a visitor: what their own store has not, the public one may have. */
export function readFirstFor({ actor }: Pick<ApiContext, "actor">): ReadFirst {
  return async (read) => (await readFirst(actor, read))?.found ?? null;
}
