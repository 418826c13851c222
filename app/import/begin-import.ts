import "server-only";
import { openImportFile } from "../../adapters/import-file";
import { describeUpload, removeUpload, renameUpload, uploadPath } from "../../adapters/uploads";
import { createImport } from "../../db/commands/create-import";
import type { Actor } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import { importFolder } from "../_server/import-folder";
import { getStore } from "../_server/store";

/**
 * Makes an import of an upload that is complete, after a look at what the file is. A file that is none of ours and no
 * table is removed. Errors: DomainError that says what is wrong with it.
 */
export async function beginImport(
  actor: Actor,
  upload: string,
  fileName: string,
): Promise<{ id: string }> {
  const folder = importFolder();
  const described = await describeUpload(folder, upload);
  if (!described) throw new DomainError("import.upload");
  try {
    const opened = await openImportFile(uploadPath(folder, upload), fileName);
    opened.close();
    const { format, reading, headersDigest } = opened;
    const { size: fileSize, sha256 } = described;
    const file = { format, fileName, fileSize, sha256, reading, headersDigest };
    const { id } = await createImport(await getStore(), file, actor);
    await renameUpload(folder, upload, id);
    return { id };
  } catch (error) {
    await removeUpload(folder, upload);
    throw error;
  }
}
