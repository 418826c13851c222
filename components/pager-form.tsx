import { useTranslations } from "next-intl";

type Props = {
  path: string;
  page: number;
  last: number;
  total: number;
  /** What the address says beside the page. */
  kept: [name: string, value: string][];
};

/** A pager that says what is asked for once, for searches that are too long to stand in each of its links. */
export function PagerForm({ path, page, last, total, kept }: Props) {
  const t = useTranslations("pager");
  const steps = { first: 1, previous: Math.min(page - 1, last), next: page + 1, last } as const;
  const names = page > 1 ? (["first", "previous"] as const) : [];
  const more = page < last ? (["next", "last"] as const) : [];
  return (
    <form
      action={path}
      aria-label={t("label")}
      className="muted small no-print mt-2.5 flex flex-wrap items-center gap-3"
    >
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} name={name} type="hidden" value={value} />
      ))}
      <span>{t("pageOf", { page, last, total })}</span>
      {[...names, ...more].map((step) => (
        <button className="btn btn-small" key={step} name="page" type="submit" value={steps[step]}>
          {t(step)}
        </button>
      ))}
    </form>
  );
}
