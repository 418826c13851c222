import "server-only";
import { existsSync } from "node:fs";
import { type ForeignTable, type OwnFile, openImportFile } from "../../../adapters/import-file";
import { uploadPath } from "../../../adapters/uploads";
import { listNamedPlaces } from "../../../db/queries/list-named-places";
import type { Actor } from "../../../domain/actor";
import type { ImportView } from "../../../domain/import/import-view";
import { type PlaceIndex, placeIndex } from "../../../domain/import/place-index";
import type { TableReading } from "../../../domain/import/table-reading";
import { importFolder } from "../../_server/import-folder";
import { getStore } from "../../_server/store";

/**
 * The file of an import, read as it was read before or as somebody chooses now; null where it is gone. Whoever opens it
 * must close it.
 */
export async function openWaiting(
  { id, fileName, reading }: Pick<ImportView, "id" | "fileName" | "reading">,
  chosen?: Pick<TableReading, "encoding" | "delimiter">,
): Promise<OwnFile | ForeignTable | null> {
  const path = uploadPath(importFolder(), id);
  return existsSync(path) ? openImportFile(path, fileName, chosen ?? { kept: reading }) : null;
}

/** Every place by its names. */
export async function namedPlaces(actor: Actor): Promise<PlaceIndex> {
  return placeIndex(await listNamedPlaces(await getStore(), actor));
}
