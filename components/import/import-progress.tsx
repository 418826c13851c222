"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useState } from "react";
import type { FormAction } from "../form-state";

type Props = {
  id: string;
  stop: FormAction;
  /** `survey`: the file is looked through before it can be mapped. */
  kind: "check" | "apply" | "undo" | "survey";
  rows: number;
  /** How many rows the file has, where that is known. */
  all: number | null;
};

const EVERY_MS = 700;

/** How far something is that is done with an import; the page is read anew until it is done, without script by hand. */
export function ImportProgress({ id, stop, kind, rows, all }: Props) {
  const t = useTranslations("import.progress");
  const router = useRouter();
  const [, send] = useActionState(stop, null);
  const [done, setDone] = useState(rows);
  useEffect(() => {
    const timer = setInterval(async () => {
      const answer = await fetch(`/import/${id}/progress`).catch(() => null);
      const told: { rows: number } | null = answer?.ok ? await answer.json() : null;
      if (told) setDone(told.rows);
      else router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [id, router]);
  return (
    <section aria-label={t(kind)} className="card card-body grid max-w-prose gap-2">
      <p className="font-semibold">{t(kind)}</p>
      {kind !== "survey" && (
        <>
          <progress
            aria-label={t(kind)}
            className="w-full"
            max={all ?? undefined}
            value={all === null ? undefined : done}
          />
          <p className="tabular-nums" role="status">
            {all === null ? t("rows", { done }) : t("rowsOf", { done, all })}
          </p>
        </>
      )}
      <div className="flex flex-wrap gap-2">
        {kind !== "survey" && (
          <form action={send}>
            <input name="id" type="hidden" value={id} />
            <button className="btn" type="submit">
              {t("stop")}
            </button>
          </form>
        )}
        <noscript>
          <a className="btn" href={`/import/${id}`}>
            {t("look")}
          </a>
        </noscript>
      </div>
    </section>
  );
}
