import { useFormatter } from "next-intl";

/** A whole number as the reader's language writes it, 3,921. */
export function NumberText({ number }: { number: number }) {
  return useFormatter().number(number);
}
