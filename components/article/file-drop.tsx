"use client";

import { useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";
import { ARTICLE_LIMITS } from "../../domain/article/article-case";
import { ARTICLE_FILES, FILE_NAME_HEADER } from "../../domain/article/article-files";
import { refusalText } from "../refusal-text";
import type { ArticleTyped } from "./read-state";

type Props = { onRead: (found: Partial<ArticleTyped>) => void };

/** A file that holds the article, chosen or dropped: its text goes into the form, where it can be seen and changed. */
export function FileDrop({ onRead }: Props) {
  const t = useTranslations("article.file");
  const issue = useTranslations("issues");
  const id = useId();
  const [isOver, setOver] = useState(false);
  const [said, setSaid] = useState<{ text: string; isError: boolean } | null>(null);

  async function read(file: File | undefined) {
    if (!file) return;
    setSaid({ text: t("reading", { name: file.name }), isError: false });
    const max = ARTICLE_LIMITS.fileBytes;
    const found =
      file.size > max
        ? issue("article.file_too_large", { value: file.name, max: max / 1_000_000 })
        : await fetchText(file).catch(() => t("broken"));
    if (typeof found === "string") return setSaid({ text: found, isError: true });
    onRead(found);
    setSaid({
      text: t("read", { name: file.name, count: found.text?.length ?? 0 }),
      isError: false,
    });
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  }

  return (
    <fieldset
      className={`fieldset ${isOver ? "border-accent bg-accent-soft" : ""}`}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDrop={drop}
    >
      <legend>{t("legend")}</legend>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t("label")}
        </label>
        <input
          accept={ARTICLE_FILES}
          aria-describedby={`${id}-more`}
          className="input"
          id={id}
          name="file"
          onChange={async ({ target }) => {
            await read(target.files?.[0]);
            // The text is in the form now, and may be changed there.
            target.value = "";
          }}
          type="file"
        />
        <span className="field-hint" id={`${id}-more`}>
          {t("hint")}
        </span>
      </div>
      <p className={said?.isError ? "field-error" : "small"} role="status">
        {said?.text}
      </p>
    </fieldset>
  );
}

/** What the file says, or what is wrong with it. */
async function fetchText(file: File): Promise<Partial<ArticleTyped> | string> {
  // Not in the address, which is written into logs: a file may be called by somebody's name.
  const headers = { [FILE_NAME_HEADER]: encodeURIComponent(file.name.toWellFormed()) };
  const answer = await fetch("/incidents/from-article/file", {
    method: "POST",
    body: file,
    headers,
  });
  return answer.ok ? answer.json() : refusalText(answer);
}
