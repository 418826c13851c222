"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "../ui/confirm-dialog";

/** Asks before typed text is left behind: by a link, by going back, by closing or reloading the page. */
export function UnsavedGuard({ active }: { active: boolean }) {
  const t = useTranslations("form.unsaved");
  const router = useRouter();
  const [leave, setLeave] = useState<(() => void) | null>(null);
  const isLeaving = useRef(false);

  useEffect(() => {
    if (!active) return;
    const askOnUnload = (event: BeforeUnloadEvent) => {
      if (!isLeaving.current) event.preventDefault();
    };
    const askOnLink = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.("a[href]");
      if (!(link instanceof HTMLAnchorElement) || !isLeavingBy(link, event)) return;
      event.preventDefault();
      event.stopPropagation();
      setLeave(() => () => router.push(link.href));
    };
    const askOnBack = (event: NavigateEvent) => {
      if (event.navigationType !== "traverse" || !event.cancelable || isLeaving.current) return;
      event.preventDefault();
      const { key } = event.destination;
      setLeave(() => () => window.navigation.traverseTo(key));
    };
    window.addEventListener("beforeunload", askOnUnload);
    // Before the router's own listener, which would leave at once.
    document.addEventListener("click", askOnLink, true);
    window.navigation?.addEventListener("navigate", askOnBack);
    return () => {
      window.removeEventListener("beforeunload", askOnUnload);
      document.removeEventListener("click", askOnLink, true);
      window.navigation?.removeEventListener("navigate", askOnBack);
    };
  }, [active, router]);

  return (
    <ConfirmDialog
      cancelLabel={t("stay")}
      confirmLabel={t("leave")}
      danger
      onCancel={() => setLeave(null)}
      onConfirm={() => {
        isLeaving.current = true;
        leave?.();
        setLeave(null);
      }}
      open={leave !== null}
      text={t("text")}
      title={t("title")}
    />
  );
}

function isLeavingBy(link: HTMLAnchorElement, event: MouseEvent): boolean {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return false;
  if (link.target !== "" && link.target !== "_self") return false;
  const to = new URL(link.href);
  const here = window.location;
  return to.origin !== here.origin || to.pathname !== here.pathname || to.search !== here.search;
}
