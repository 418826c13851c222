import type { KeyboardEvent } from "react";

/**
 * Selects words of a text with the keyboard: the arrow keys go from word to word, with Shift they take more or fewer.
 * It begins at what has the focus, or at the beginning.
 */
export function selectByKeys(event: KeyboardEvent<HTMLElement>): void {
  const { key, shiftKey, altKey, ctrlKey, metaKey, currentTarget: box } = event;
  const step = { ArrowRight: "forward", ArrowLeft: "backward" }[key];
  const selection = document.getSelection();
  if (!step || !selection || altKey || ctrlKey || metaKey) return;
  event.preventDefault();
  const isHere = selection.rangeCount > 0 && box.contains(selection.anchorNode);
  if (!isHere) selection.collapse(event.target as HTMLElement, 0);
  else if (!shiftKey && step === "forward") selection.collapseToEnd();
  else if (!shiftKey) selection.collapseToStart();
  for (let line = 0; line < MAX_EMPTY_LINES; line++) {
    selection.modify("extend", step, "word");
    if (shiftKey || selection.toString().trim() !== "") break;
    if (step === "forward") selection.collapseToEnd();
    else selection.collapseToStart();
  }
  const { focusNode } = selection;
  // Out of the text there is nothing to select.
  if (focusNode && !box.contains(focusNode)) selection.selectAllChildren(box);
  (focusNode instanceof Element ? focusNode : focusNode?.parentElement)?.scrollIntoView({
    block: "nearest",
  });
}

/** An empty line is a word to the browser, but nothing that somebody wants to select. */
const MAX_EMPTY_LINES = 20;
