"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useActionState, useRef, useState } from "react";
import type { FormAction } from "./form-state";
import { refusalText } from "./refusal-text";
import { IssuesNotice, Notice } from "./ui/notice";

type Props = { action: FormAction; accept: string };

/** Small enough for what may be sent at once. */
const PIECE_BYTES = 1024 * 1024;

/** Takes a file of any size in pieces, and says how far it is; without script a small one goes as any form does. */
export function UploadForm({ action, accept }: Props) {
  const t = useTranslations("import.upload");
  const router = useRouter();
  const [state, send] = useActionState(action, null);
  const [sent, setSent] = useState<{ done: number; all: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const stop = useRef<AbortController>(null);

  async function upload(event: FormEvent<HTMLFormElement>) {
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File) || file.size === 0) return;
    event.preventDefault();
    stop.current = new AbortController();
    setProblem(null);
    try {
      const href = await sendInPieces(file, stop.current.signal, (done) =>
        setSent({ done, all: file.size }),
      );
      router.push(href);
    } catch (error) {
      setSent(null);
      const isStopped = stop.current.signal.aborted;
      setProblem(isStopped ? null : error instanceof Refused ? error.message : t("broken"));
    }
  }

  return (
    <form action={send} className="grid max-w-prose gap-3" onSubmit={upload}>
      {problem && <Notice tone="error">{problem}</Notice>}
      <IssuesNotice issues={state?.issues ?? []} />
      <div className="field">
        <label className="field-label" htmlFor="import-file">
          {t("file")}
        </label>
        <input
          accept={accept}
          aria-describedby="import-file-hint"
          className="input"
          disabled={sent !== null}
          id="import-file"
          name="file"
          required
          type="file"
        />
        <p className="hint" id="import-file-hint">
          {t("hint")}
        </p>
      </div>
      {sent === null ? (
        <button className="button button-primary justify-self-start" type="submit">
          {t("submit")}
        </button>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <progress aria-label={t("sending")} max={sent.all} value={sent.done} />
          <span className="tabular-nums" role="status">
            {t("progress", { percent: Math.floor((100 * sent.done) / sent.all) })}
          </span>
          <button className="button" onClick={() => stop.current?.abort()} type="button">
            {t("stop")}
          </button>
        </div>
      )}
    </form>
  );
}

/** What the program says is wrong with the file. */
class Refused extends Error {}

/** Returns where the import is. A piece that is lost on the way is sent again, three times at most. */
async function sendInPieces(
  file: File,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<string> {
  let id: string | null = null;
  let at = 0;
  for (let tries = 0; ; ) {
    const piece = file.slice(at, at + PIECE_BYTES);
    const isLast = at + piece.size >= file.size;
    const asked = new URLSearchParams({
      at: String(at),
      ...(id && { id }),
      ...(isLast && { name: file.name }),
    });
    const answer: Response | null = await fetch(`/import/upload?${asked}`, {
      method: "POST",
      body: piece,
      signal,
    }).catch((error) => {
      if (signal.aborted || ++tries > 3) throw error;
      return null;
    });
    if (answer === null) continue;
    if (!answer.ok) throw new Refused(await refusalText(answer));
    const told: { id: string; size: number; href?: string } = await answer.json();
    if (told.href) return told.href;
    tries = 0;
    id = told.id;
    at = told.size;
    onSent(at);
  }
}
