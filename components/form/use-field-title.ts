import { useLocale, useTranslations } from "next-intl";

/** What a field is called where it stands alone, by its name: `groups[1].count` is "Group 2, how many". */
export function useFieldTitle(): (name: string) => string {
  const t = useTranslations("form.title");
  const locale = useLocale();
  return (name) => {
    const words: string[] = [];
    const steps = name.split(/[.[\]]+/).filter(Boolean);
    steps.forEach((step, index) => {
      const next = steps[index + 1];
      if (/^\d+$/.test(step)) return;
      const row = next !== undefined && /^\d+$/.test(next) ? Number(next) + 1 : null;
      const list = index > 0 && step === "groups" ? "concerned" : step;
      if (row !== null && t.has(`row.${list}`)) words.push(t(`row.${list}`, { row }));
      else if (t.has(`field.${step}`)) words.push(t(`field.${step}`));
    });
    const title = words.join(", ") || name;
    return title.charAt(0).toLocaleUpperCase(locale) + title.slice(1);
  };
}
