import { useTranslations } from "next-intl";
import type { Option } from "./fields";

/** The codes of a list of the vocabulary with their labels, in their own order. */
export function useCodeOptions(list: string, codes: readonly (string | number)[]): Option[] {
  const t = useTranslations("vocabulary");
  return codes.map((code) => ({ value: String(code), label: t(`${list}.${code}`) }));
}
