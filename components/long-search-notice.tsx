import { useTranslations } from "next-intl";
import { type IncidentFilter, serializeIncidentFilter } from "../domain/incident-filter";
import { Notice } from "./ui/notice";

/** In the place of what would repeat a long search in every link: says so, and leads to the list by a form. */
export function LongSearchNotice({ filter }: { filter: IncidentFilter }) {
  const t = useTranslations("incidents.longSearch");
  return (
    <Notice>
      <p>{t("page")}</p>
      <form action="/incidents" className="mt-2">
        {[...serializeIncidentFilter(filter)].map(([name, value]) => (
          <input key={`${name} ${value}`} name={name} type="hidden" value={value} />
        ))}
        <button className="btn" type="submit">
          {t("toList")}
        </button>
      </form>
    </Notice>
  );
}
