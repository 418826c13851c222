import { useTranslations } from "next-intl";
import { NAME_CHOICES } from "../../domain/import/name-choices";

/** What is done with likely names of people, in all texts of an import. */
export function NameChoice() {
  const t = useTranslations("import.names");
  return (
    <fieldset className="fieldset max-w-prose">
      <legend>{t("label")}</legend>
      <p className="field-hint">{t("about")}</p>
      {NAME_CHOICES.map((choice) => (
        <label className="check" key={choice}>
          <input defaultChecked={choice === "refuse"} name="names" type="radio" value={choice} />
          {t(choice)}
        </label>
      ))}
      <div className="field">
        <label className="field-label" htmlFor="keepReason">
          {t("reason")}
        </label>
        <input className="input" id="keepReason" maxLength={500} name="keepReason" />
      </div>
    </fieldset>
  );
}
