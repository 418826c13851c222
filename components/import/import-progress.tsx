"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useState } from "react";
import type { ImportRunKind } from "../../domain/import/data-import";
import type { FormAction } from "../form-state";

type Props = {
  id: string;
  stop: FormAction;
  /** `survey`: the file is looked through before it can be mapped. */
  kind: ImportRunKind | "survey";
  /** Rows, or incidents that are undone. */
  done: number;
  /** Of how many, where that is known. */
  all: number | null;
};

const EVERY_MS = 700;
const REFRESH_MS = 10_000;

/** How far something is that is done with an import; the page is read anew until it is done, without script by hand. */
export function ImportProgress({ id, stop, kind, ...begun }: Props) {
  const t = useTranslations("import.progress");
  const unit = kind === "undo" ? "incidents" : "rows";
  const router = useRouter();
  const [, send] = useActionState(stop, null);
  const [{ done, all }, setTold] = useState(begun);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isLeft = false;
    const ask = async () => {
      const answer = await fetch(`/import/${id}/progress`).catch(() => null);
      if (isLeft) return;
      const told: { done: number; all: number | null } | null = answer?.ok
        ? await answer.json()
        : null;
      if (told) setTold((before) => ({ done: told.done, all: told.all ?? before.all }));
      // Once, and again only after a while: a page that is asked for anew gives up the one it waits for.
      else router.refresh();
      timer = setTimeout(ask, told ? EVERY_MS : REFRESH_MS);
    };
    timer = setTimeout(ask, EVERY_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
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
            {all === null ? t(unit, { done }) : t(`${unit}Of`, { done, all })}
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
