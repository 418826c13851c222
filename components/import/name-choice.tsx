import { useTranslations } from "next-intl";
import { useId } from "react";
import { type NameChoice as Chosen, NAME_CHOICES } from "../../domain/import/name-choices";

/** What is done with likely names of people, in all texts of an import. `chosen`: what a check was told. */
export function NameChoice({ chosen }: { chosen?: Chosen }) {
  const t = useTranslations("import.names");
  const id = useId();
  return (
    <fieldset className="fieldset max-w-prose">
      <legend>{t("label")}</legend>
      <p className="field-hint">{t("about")}</p>
      {NAME_CHOICES.map((choice) => (
        <label className="check" key={choice}>
          <input
            defaultChecked={choice === (chosen?.choice ?? "refuse")}
            name="names"
            type="radio"
            value={choice}
          />
          {t(choice)}
        </label>
      ))}
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t("reason")}
        </label>
        <input
          className="input"
          defaultValue={chosen?.reason}
          id={id}
          maxLength={500}
          name="keepReason"
        />
      </div>
    </fieldset>
  );
}
