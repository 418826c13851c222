/** Gives a draft the focus once it is there; without one, all of them. */
export function goToDraft(key: string | undefined): void {
  requestAnimationFrame(() => {
    const draft = document.querySelector<HTMLElement>(key ? `[data-draft="${key}"]` : "#drafts");
    draft?.focus();
  });
}
