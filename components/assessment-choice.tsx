import { useTranslations } from "next-intl";
import type { NamedSource } from "../domain/source-row";
import type { Assessment } from "../domain/vocabulary";
import { AssessmentSelect } from "./assessment-select";

type Props = {
  sources: readonly (NamedSource & { claims: number; incidents: number; label: string })[];
  /** What the address says of the selection, kept as it is. */
  kept: [name: string, value: string][];
  chosen: { source: string | null; assessment: Assessment | null };
};

/** Which source of the selected incidents is to be judged anew, and how; what that would do comes next. */
export function AssessmentChoice({ sources, kept, chosen }: Props) {
  const t = useTranslations();
  return (
    <form action="/incidents/selected#assess" className="grid max-w-prose gap-2.5">
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} name={name} type="hidden" value={value} />
      ))}
      <label className="field">
        <span className="field-label">{t("incidents.selection.source")}</span>
        <select
          className="input"
          defaultValue={chosen.source ?? undefined}
          key={chosen.source}
          name="of"
        >
          {sources.map(({ ref, label, claims, incidents }) => (
            <option key={ref} value={ref}>
              {t("incidents.selection.sourceOption", { label, ref, claims, incidents })}
            </option>
          ))}
        </select>
      </label>
      <AssessmentSelect
        chosen={chosen.assessment ?? "work_needed"}
        label={t("incidents.selection.assessment")}
        name="as"
      />
      <p>
        <button className="btn" type="submit">
          {t("incidents.selection.show")}
        </button>
      </p>
    </form>
  );
}
