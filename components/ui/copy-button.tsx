"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

type Props = {
  /** A path of this program; what is copied is its whole address. */
  path: string;
  label: string;
};

/** Copies an address. It is there only where there is a script to do so: the link beside it can be copied too. */
export function CopyButton({ path, label }: Props) {
  const t = useTranslations("common");
  const [canCopy, setCanCopy] = useState(false);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => setCanCopy(Boolean(navigator.clipboard)), []);
  if (!canCopy) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(path, location.origin).href);
    setCopied(true);
  };
  return (
    <>
      <button className="btn btn-small" onClick={copy} type="button">
        {label}
      </button>
      <span className="muted small" role="status">
        {isCopied && t("copied")}
      </span>
    </>
  );
}
