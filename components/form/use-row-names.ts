import { useTranslations } from "next-intl";
import type { Option } from "./fields";
import { useTypedForm } from "./typed-form";

/** The groups of the form under the names they have so far, to choose from. */
export function useGroupOptions(): Option[] {
  const t = useTranslations();
  const { form } = useTypedForm();
  return form.groups.map(({ key, label, role, count }, index) => {
    const who = label || (role && t.has(`vocabulary.role.${role}`) && t(`vocabulary.role.${role}`));
    const words = [who, count].filter(Boolean).join(", ").slice(0, 80);
    const number = index + 1;
    return {
      value: key,
      label: words
        ? t("form.groups.numbered", { number, words })
        : t("form.groups.row", { number }),
    };
  });
}

/** The events of the form under the names they have so far, to choose from. */
export function useEventOptions(): Option[] {
  const t = useTranslations();
  const { form } = useTypedForm();
  return form.events.map(({ key, type, date, places }, index) => {
    const what = type && t.has(`vocabulary.eventType.${type}`) && t(`vocabulary.eventType.${type}`);
    const where = places.map(({ name }) => name.split(",")[0]).filter(Boolean);
    const words = [what, date, ...where].filter(Boolean).join(", ").slice(0, 80);
    const number = index + 1;
    return {
      value: key,
      label: words
        ? t("form.events.numbered", { number, words })
        : t("form.events.row", { number }),
    };
  });
}
