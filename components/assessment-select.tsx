import { useTranslations } from "next-intl";
import { ASSESSMENTS } from "../domain/vocabulary";

type Props = { label: string; name: string; chosen: string };

/** How a claim is judged, to be chosen. What is chosen by the page is chosen anew when that changes. */
export function AssessmentSelect({ label, name, chosen }: Props) {
  const t = useTranslations("vocabulary.assessment");
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <select className="input" defaultValue={chosen} key={chosen} name={name}>
        {ASSESSMENTS.map((code) => (
          <option key={code} value={code}>
            {t(code)}
          </option>
        ))}
      </select>
    </label>
  );
}
