"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

type Props = {
  /** The id of the form, which the check boxes of the rows name as theirs. */
  form: string;
  /** The references of the rows on the page. */
  refs: readonly string[];
  /** What the form sends beside them. */
  kept: [name: string, value: string][];
  /** Whether the reader may change incidents. */
  mayChange: boolean;
};

/** What may be done with them, and what that is called. */
const WAYS = [
  { what: "csv", text: "incidents.selection.csv" },
  { what: "excel", text: "incidents.selection.excel" },
  { what: "more", text: "incidents.selection.more" },
] as const;

/**
 * The form of the selected rows of a list: how many there are, and what may be done with them. The check boxes stand
 * in the rows; without script they are all there is, and what comes of none is said on the next page.
 */
export function SelectionBar({ form, refs, kept, mayChange }: Props) {
  const t = useTranslations();
  const [selected, setSelected] = useState<number | null>(null);
  const all = useRef<HTMLInputElement>(null);
  const chosen = useRef<ReadonlySet<string>>(new Set());
  const boxes = () => [
    ...document.querySelectorAll<HTMLInputElement>(`input[name="ref"][form="${form}"]`),
  ];
  const count = () => {
    chosen.current = new Set(boxes().flatMap((box) => (box.checked ? box.value : [])));
    const checked = chosen.current.size;
    setSelected(checked);
    if (!all.current) return;
    all.current.checked = checked > 0 && checked === refs.length;
    all.current.indeterminate = checked > 0 && checked < refs.length;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows have other check boxes, and are counted anew
  useEffect(() => {
    // Rows that are in another order now are drawn anew.
    for (const box of boxes()) if (chosen.current.has(box.value)) box.checked = true;
    count();
    document.addEventListener("change", count);
    return () => document.removeEventListener("change", count);
  }, [refs.join(" ")]);
  const selectAll = () => {
    for (const box of boxes()) box.checked = all.current?.checked ?? false;
  };
  return (
    <form
      action="/incidents/selected"
      aria-label={t("incidents.selection.label")}
      className="no-print mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5"
      id={form}
    >
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} name={name} type="hidden" value={value} />
      ))}
      {/* Takes its place before it works, so that nothing moves below a pointer. */}
      <label className={selected === null ? "check invisible" : "check"}>
        <input onChange={selectAll} ref={all} type="checkbox" />
        {t("incidents.selection.all")}
      </label>
      <span className={selected === null ? "muted invisible" : "muted"} role="status">
        {t("incidents.selection.count", { count: selected ?? 0 })}
      </span>
      {WAYS.filter(({ what }) => what !== "more" || mayChange).map(({ what, text }) => (
        <button
          className="btn btn-small"
          disabled={selected === 0}
          key={what}
          name="do"
          type="submit"
          value={what}
        >
          {t(text)}
        </button>
      ))}
      {refs.length > 0 && <span className="muted small">{t("incidents.selection.hint")}</span>}
    </form>
  );
}
