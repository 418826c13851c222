import { z } from "zod";
import { type Actor, authorise } from "../../domain/actor";
import { InvalidInput } from "../../domain/errors";
import { IMPORT_FORMATS, type ImportFormat } from "../../domain/import/data-import";
import type { TableReading } from "../../domain/import/table-reading";
import { requiredText } from "../../domain/text";
import { issuesOf } from "../../domain/zod-issues";
import { type Clock, systemClock } from "../clock";
import { newId } from "../new-id";
import type { Store } from "../store";

const fileSchema = z.object({
  format: z.enum(IMPORT_FORMATS),
  fileName: requiredText(255),
  fileSize: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * Notes a file that was uploaded to be imported; nothing of it is in the ledger yet. `sha256`: of its bytes.
 * A table has the mapping that a table with the same headers was read by last. Errors: InvalidInput.
 */
export async function createImport(
  store: Store,
  input: {
    format: ImportFormat;
    fileName: string;
    fileSize: number;
    sha256: string;
    reading: TableReading;
    headersDigest: string;
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  authorise(actor, "data.import");
  const parsed = fileSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(issuesOf(parsed.error));
  const { reading, headersDigest } = input;
  const id = newId(clock);
  await store.tx((db) =>
    db.insert(store.t.dataImport).values({
      ...parsed.data,
      id,
      state: "uploaded",
      reading,
      headersDigest,
      mapping: null,
      report: null,
      createdAt: clock.now(),
      createdBy: actor.id,
    }),
  );
  return { id };
}
