import { randomBytes } from "node:crypto";
import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { appendUpload, MAX_UPLOAD_BYTES, UploadTooLarge } from "../../../adapters/uploads";
import { getImport } from "../../../db/queries/get-import";
import { importFolder } from "../../_server/import-folder";
import { issuesResponse } from "../../_server/issues-response";
import { runAction } from "../../_server/run-action";
import { currentActor, keepRefusal, refusalOf } from "../../_server/session";
import { getStore } from "../../_server/store";
import { beginImport } from "../begin-import";

const askedSchema = z.object({
  /** Of an upload that began; the first piece has none. */
  id: z
    .string()
    .regex(/^[0-9a-f]{24}$/)
    .nullable(),
  at: z.coerce.number().int().min(0).max(MAX_UPLOAD_BYTES),
  /** The name of the file, where this was its last piece. */
  name: z.string().min(1).max(255).nullable(),
});

/**
 * Takes a piece of a file that is to be imported: its bytes are the body. Answers with the upload's id and how many
 * bytes are there; after the last piece with the address of the import, or with what is wrong with the file.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const [actor, say] = await Promise.all([currentActor(), getTranslations()]);
  const refused = refusalOf(actor, "data.import");
  if (refused) {
    await keepRefusal(actor);
    return refused;
  }
  const { searchParams } = request.nextUrl;
  const asked = askedSchema.safeParse({
    id: searchParams.get("id"),
    at: searchParams.get("at") ?? "0",
    name: searchParams.get("name"),
  });
  if (!asked.success) return issuesResponse([{ path: "", code: "import.upload" }], say);
  const { at, name } = asked.data;
  const id = asked.data.id ?? randomBytes(12).toString("hex");
  // The file of an import is as it was when it was looked at; nothing is added to it.
  if (asked.data.id !== null && (await getImport(await getStore(), actor, id)))
    return issuesResponse([{ path: "", code: "import.upload" }], say);
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length === 0) return issuesResponse([{ path: "", code: "import.no_file" }], say);
  let size: number;
  try {
    size = await appendUpload(importFolder(), id, at, bytes);
  } catch (error) {
    if (!(error instanceof UploadTooLarge)) throw error;
    const values = { max: MAX_UPLOAD_BYTES / 1024 / 1024 };
    return issuesResponse([{ path: "", code: "import.too_large", values }], say);
  }
  if (name === null || size !== at + bytes.length) return Response.json({ id, size });
  const begun = await runAction(() => beginImport(actor, id, name));
  if (!begun.ok) return issuesResponse(begun.issues, say);
  return Response.json({ id, size, href: `/import/${begun.value.id}` });
}
