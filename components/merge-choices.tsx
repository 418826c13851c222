import { useTranslations } from "next-intl";
import type { IncidentDocument } from "../domain/incident";
import type { IncidentNames } from "../domain/incident-names";
import type { MergeChoice } from "../domain/merge-cases";
import { EVENT_FIELD, GROUP_FIELD, groupValue } from "../domain/merge-request";

type Side = {
  ref: string;
  document: Pick<IncidentDocument, "groups" | "events">;
  names: IncidentNames;
  /** By id, what is said of a group or event beside its name. */
  facts: Record<string, string>;
};

type Props = { kept: Side; gone: Side; choice: MergeChoice };

/** For each group and event of the merged incident what it is in the other; sent by GET, so that the preview follows. */
export function MergeChoices({ kept, gone, choice }: Props) {
  const t = useTranslations("merge");
  const groupName = named(kept, "group");
  const eventName = named(kept, "event");
  return (
    <form className="card card-body grid gap-4" method="get">
      <input name="with" type="hidden" value={gone.ref} />
      {gone.document.groups.length > 0 && (
        <fieldset className="grid gap-2.5">
          <legend className="font-semibold">{t("groups", { ref: gone.ref })}</legend>
          {gone.document.groups.map(({ id }) => (
            <Choice
              field={GROUP_FIELD + id}
              key={id}
              label={named(gone, "group")(id)}
              value={groupValue(choice.groups[id] ?? { as: "other" })}
            >
              <option value="other">{t("otherPeople")}</option>
              {kept.document.groups.map((group) => (
                <option
                  key={`same ${group.id}`}
                  value={groupValue({ as: "same", groupId: group.id })}
                >
                  {t("sameGroup", { group: groupName(group.id) })}
                </option>
              ))}
              {kept.document.groups.map((group) => (
                <option
                  key={`part ${group.id}`}
                  value={groupValue({ as: "part", groupId: group.id })}
                >
                  {t("partOfGroup", { group: groupName(group.id) })}
                </option>
              ))}
            </Choice>
          ))}
        </fieldset>
      )}
      {gone.document.events.length > 0 && (
        <fieldset className="grid gap-2.5">
          <legend className="font-semibold">{t("events", { ref: gone.ref })}</legend>
          {gone.document.events.map(({ id, type }) => (
            <Choice
              field={EVENT_FIELD + id}
              key={id}
              label={named(gone, "event")(id)}
              value={choice.events[id] ?? "other"}
            >
              <option value="other">{t("otherEvent")}</option>
              {kept.document.events
                .filter((event) => event.type === type)
                .map((event) => (
                  <option key={event.id} value={event.id}>
                    {t("sameEvent", { event: eventName(event.id) })}
                  </option>
                ))}
            </Choice>
          ))}
        </fieldset>
      )}
      <p>
        <button className="btn" type="submit">
          {t("preview")}
        </button>
      </p>
    </form>
  );
}

function named({ names, facts }: Side, kind: "group" | "event") {
  return (id: string) => [names[kind][id] ?? id, facts[id]].filter(Boolean).join(", ");
}

type ChoiceProps = { field: string; label: string; value: string; children: React.ReactNode };

function Choice({ field, label, value, children }: ChoiceProps) {
  return (
    <div className="grid gap-1 sm:grid-cols-2 sm:items-center sm:gap-3">
      <label className="first-letter:uppercase" htmlFor={field}>
        {label}
      </label>
      <select className="input" defaultValue={value} id={field} key={value} name={field}>
        {children}
      </select>
    </div>
  );
}
