"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Follows the links inside `data-soft` as the router does, without loading the page anew: one listener for all of them,
 * where a component for each would cost the server as much as the rest of a table. With `data-soft="stay"` the page is
 * not scrolled to its top. Without script, and before it is there, they are links like any other.
 */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.<HTMLAnchorElement>("a[href]");
      const soft = link?.closest<HTMLElement>("[data-soft]");
      if (!link || !soft || !isPlain(event) || !leadsHere(link)) return;
      event.preventDefault();
      const { pathname, search, hash } = link;
      router.push(pathname + search + hash, { scroll: soft.dataset.soft !== "stay" });
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}

/** With a key or another button a browser opens a tab or window, or keeps a file. */
function isPlain(event: MouseEvent): boolean {
  const { button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event;
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey && !defaultPrevented;
}

/** To a page of ours that is to be shown in this tab, and not to a place in the same page. */
function leadsHere({ origin, pathname, search, hash, target, download }: HTMLAnchorElement) {
  const isSamePage = pathname === location.pathname && search === location.search;
  return origin === location.origin && target === "" && download === "" && !(hash && isSamePage);
}
