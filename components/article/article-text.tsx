"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from "react";
import type { ArticleSpan } from "../../domain/article/article-case";
import { cutEvidence } from "../../domain/article/cut-evidence";
import type { ArticleFact } from "../../domain/article/facts-of";
import { REDACTED } from "../../domain/personal-data/mark";
import { selectByKeys } from "./select-by-keys";
import { HINT_ID } from "./selection-tools";

type Props = {
  text: string;
  facts: readonly ArticleFact[];
  /** The fact that is looked at in the drafts. */
  active: string | null;
  /** A fact whose words are looked at here; null when none are any more. */
  onLook: (fact: string | null) => void;
  /** Enter or a click on the words of a fact: it is gone to. */
  onOpen: (fact: string) => void;
  onSelect: (span: ArticleSpan) => void;
};

/** The article with the words that facts rest on marked. Words that are selected in it are told by their offsets. */
export const ArticleText = memo(function ArticleText(props: Props) {
  const { text, facts, active, onLook, onOpen, onSelect } = props;
  const t = useTranslations("article.text");
  const box = useRef<HTMLDivElement>(null);
  const pieces = useMemo(() => cutEvidence(text.length, facts), [text, facts]);

  useEffect(() => {
    const told = () => {
      const span = selectedSpan(box.current);
      if (span) onSelect(span);
    };
    document.addEventListener("selectionchange", told);
    return () => document.removeEventListener("selectionchange", told);
  }, [onSelect]);

  const open = (event: KeyboardEvent, fact: string) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onOpen(fact);
  };

  return (
    <section
      aria-describedby={HINT_ID}
      aria-label={t("label")}
      className="article-text"
      onKeyDown={selectByKeys}
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and its words are selected with the keyboard
      tabIndex={0}
    >
      {pieces.map(({ start, end, facts: here, narrow }) => {
        const words = <Words text={text.slice(start, end)} />;
        if (here.length === 0)
          return (
            <span data-start={start} key={start}>
              {words}
            </span>
          );
        const isActive = active !== null && here.some((fact) => isOf(fact, active));
        const own = narrow ?? here[0]!;
        return (
          <mark
            className={`evidence ${narrow ? "evidence-fact" : ""} ${isActive ? "evidence-active" : ""}`}
            data-start={start}
            key={start}
            onBlur={() => onLook(null)}
            onClick={() => isNothingSelected() && onOpen(own)}
            onFocus={() => onLook(own)}
            onKeyDown={(event) => open(event, own)}
            onMouseEnter={() => onLook(own)}
            onMouseLeave={() => onLook(null)}
            {...(narrow ? { role: "button", tabIndex: 0 } : {})}
          >
            {words}
          </mark>
        );
      })}
    </section>
  );
});

/** True for the fact itself and for the parts of a case or event. */
function isOf(fact: string, active: string): boolean {
  return fact === active || fact.startsWith(`${active}.`);
}

/** What was replaced is shown as such. */
function Words({ text }: { text: string }) {
  const t = useTranslations("article.text");
  const parts = text.split(REPLACED);
  if (parts.length === 1) return text;
  let at = 0;
  return parts.map((part) => {
    const key = at;
    at += part.length;
    return REPLACEMENTS.includes(part) ? (
      <span className="replaced" key={key} title={t("replaced")}>
        {part}
      </span>
    ) : (
      part
    );
  });
}

const REPLACEMENTS = Object.values(REDACTED);
/** In a group, so that what parts the text stays among its parts. */
const REPLACED = new RegExp(
  `(${REPLACEMENTS.map((one) => one.replace(/[[\]]/g, "\\$&")).join("|")})`,
);

function isNothingSelected(): boolean {
  return document.getSelection()?.isCollapsed !== false;
}

/** What is selected inside the text, without outer space; null where nothing is. */
function selectedSpan(box: HTMLElement | null): ArticleSpan | null {
  const selection = document.getSelection();
  if (!box || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.commonAncestorContainer)) return null;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  const words = selection.toString();
  const trimmed = {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
  return trimmed.start < trimmed.end ? trimmed : null;
}

/** The offset in the text of a place in the page: where its piece begins, and what stands before it in that. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const piece = element?.closest<HTMLElement>("[data-start]");
  if (!piece) {
    // Between two pieces, as when a whole line is chosen.
    const next = node.childNodes[offset];
    const start = next instanceof HTMLElement ? next.dataset.start : undefined;
    return start === undefined ? null : Number(start);
  }
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, offset);
  return Number(piece.dataset.start) + before.toString().length;
}
