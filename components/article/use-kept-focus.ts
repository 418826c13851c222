import { type RefObject, useEffect } from "react";

/**
 * Lets nobody lose their place: where what had the focus is gone, a button with the row it stood in say, the nearest
 * thing around it that is left and can have the focus gets it.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = root.current;
    if (!box) return;
    let last: HTMLElement | null = null;
    let around: HTMLElement[] = [];
    const told = ({ target }: FocusEvent) => {
      last = target as HTMLElement;
      around = [];
      for (let each = last.parentElement; each && box.contains(each); each = each.parentElement)
        if (each.tabIndex >= 0 || each.hasAttribute("tabindex")) around.push(each);
    };
    const keep = () => {
      if (last === null || last.isConnected || document.activeElement !== document.body) return;
      last = null;
      around.find(({ isConnected }) => isConnected)?.focus();
    };
    const seen = new MutationObserver(keep);
    box.addEventListener("focusin", told);
    seen.observe(box, { childList: true, subtree: true });
    return () => {
      box.removeEventListener("focusin", told);
      seen.disconnect();
    };
  }, [root]);
}
