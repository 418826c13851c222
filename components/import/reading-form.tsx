"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import {
  TABLE_DELIMITERS,
  TABLE_ENCODINGS,
  type TableReading,
} from "../../domain/import/table-reading";
import type { FormAction } from "../form-state";
import { IssuesNotice } from "../ui/notice";

type Props = { id: string; action: FormAction; reading: TableReading; likely: string[] };

const DELIMITER_NAMES: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab" };

/** How the bytes of a table are read, as it was found, to be corrected. `likely`: encodings it may be in too. */
export function ReadingForm({ id, action, reading, likely }: Props) {
  const t = useTranslations("import.reading");
  const [state, send, isPending] = useActionState(action, null);
  const others = TABLE_ENCODINGS.filter(
    (encoding) => encoding !== reading.encoding && !likely.includes(encoding),
  );
  return (
    <form action={send} className="flex flex-wrap items-end gap-3">
      <input name="id" type="hidden" value={id} />
      <IssuesNotice issues={state?.issues ?? []} />
      <div className="field">
        <label className="field-label" htmlFor="encoding">
          {t("encoding")}
        </label>
        <select className="input" defaultValue={reading.encoding} id="encoding" name="encoding">
          {[reading.encoding, ...likely].map((encoding) => (
            <option key={encoding}>{encoding}</option>
          ))}
          <optgroup label={t("others")}>
            {others.map((encoding) => (
              <option key={encoding}>{encoding}</option>
            ))}
          </optgroup>
        </select>
      </div>
      <div className="field">
        <label className="field-label" htmlFor="delimiter">
          {t("delimiter")}
        </label>
        <select className="input" defaultValue={reading.delimiter} id="delimiter" name="delimiter">
          {TABLE_DELIMITERS.map((delimiter) => (
            <option key={delimiter} value={delimiter}>
              {t(DELIMITER_NAMES[delimiter]!)}
            </option>
          ))}
        </select>
      </div>
      <button className="btn" disabled={isPending} type="submit">
        {t("again")}
      </button>
    </form>
  );
}
