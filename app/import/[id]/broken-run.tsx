import { getTranslations } from "next-intl/server";
import { InstantText } from "../../../components/ui/instant-text";
import { Notice } from "../../../components/ui/notice";
import { STATE_BEFORE } from "../../../domain/import/data-import";
import type { ImportView } from "../../../domain/import/import-view";
import type { Run } from "../../_server/import-runs";

/** That something was begun with an import and broken off, by a fault or by the end of the program. `run`: as this process knows it. */
export async function BrokenRun({ run, view }: { run: Run | null; view: ImportView }) {
  const t = await getTranslations("import.broken");
  const broken = view.begun ?? run;
  if (!broken || STATE_BEFORE[broken.kind] !== view.state) return null;
  return (
    <Notice tone="error">
      {t.rich(broken.kind, { at: () => <InstantText at={broken.at} /> })}
    </Notice>
  );
}
