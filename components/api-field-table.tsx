import { useTranslations } from "next-intl";
import type { DescribedField } from "../domain/api/describe-document";
import { CodeText } from "./ui/code-text";

type Props = {
  label: string;
  fields: DescribedField[];
  /** Where any of them may be left out, which then need not be said of each. */
  allOptional?: boolean;
};

/** Parameters of an address, or what an answer consists of. */
export function ApiFieldTable({ label, fields, allOptional = false }: Props) {
  const t = useTranslations("api.table");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} className="table-scroll" tabIndex={0}>
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("type")}</th>
            <th scope="col">{t("what")}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, type, description, optional }) => (
            <tr key={name}>
              <th data-label={t("name")} scope="row">
                <code className="break-words sm:whitespace-nowrap">{name}</code>
              </th>
              <td data-label={t("type")}>
                <span className="small break-words">
                  {type}
                  {optional && !allOptional && <span className="muted"> {t("optional")}</span>}
                </span>
              </td>
              <td data-label={t("what")}>
                <span className="prose">
                  <CodeText text={description} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
