import { useTranslations } from "next-intl";
import {
  type ArticleCase,
  type ArticleEvent,
  blankArticlePlace,
} from "../../domain/article/article-case";
import { changeRow, nextKey } from "../../domain/article/change-cases";
import { dateAsRead } from "../../domain/article/date-as-read";
import type { DayBounds } from "../../domain/partial-date";
import { parseTypedDate } from "../../domain/typed-date";
import { EVENT_TYPES, MODALITIES } from "../../domain/vocabulary";
import { useCodeOptions } from "../form/use-code-options";
import { DateText } from "../ui/date-text";
import { Choice } from "./choice";
import { FactRow } from "./fact-row";
import { Line } from "./line";
import { PlaceFields } from "./place-fields";

type Props = {
  one: ArticleCase;
  event: ArticleEvent;
  number: number;
  /** When the article came out, from which relative dates are reckoned. */
  published: DayBounds | null;
  onChange: (fields: Partial<ArticleEvent>) => void;
  onRemove: () => void;
};

/** What happened in a draft, or is expected to. */
export function EventFields({ one, event, number, published, onChange, onRemove }: Props) {
  const t = useTranslations("form.events");
  const own = useTranslations("article");
  const types = useCodeOptions("eventType", EVENT_TYPES);
  const modalities = useCodeOptions("modality", MODALITIES);
  const fact = `${one.key}.${event.key}`;
  const name = t("row", { number });
  const date = dateAsRead(event) ?? parseTypedDate(event.date, { published }).date;
  return (
    <FactRow
      doubts={event.doubts}
      fact={fact}
      isWide
      name={name}
      tools={
        <>
          <button
            className="btn btn-small"
            onClick={() =>
              onChange({
                places: [...event.places, blankArticlePlace(nextKey("p", event.places))],
              })
            }
            type="button"
          >
            {t("addPlace")}
          </button>
          <button className="btn btn-small" onClick={onRemove} type="button">
            {own("removeEvent", { number })}
          </button>
        </>
      }
      words={event.spans.length}
    >
      <fieldset className="grid min-w-0 gap-2">
        <legend className="mb-1 font-semibold">{name}</legend>
        <div className="field-row">
          <Choice
            label={t("type")}
            none={t("choose")}
            onChange={(type) => onChange({ type })}
            options={types}
            value={event.type}
          />
          <Choice
            label={t("modality")}
            onChange={(modality) => onChange({ modality })}
            options={modalities}
            value={event.modality}
          />
        </div>
        <FactRow
          fact={`${fact}.date`}
          name={`${name}, ${t("date")}`}
          words={event.date === "" ? 1 : event.dateSpans.length}
        >
          <Line
            hint={date ? <DateText date={date} /> : event.date === "" ? t("dateHint") : undefined}
            label={t("date")}
            onChange={(value) => onChange({ date: value })}
            value={event.date}
          />
        </FactRow>
        {event.places.map((place, at) => (
          <PlaceFields
            fact={`${fact}.${place.key}`}
            key={place.key}
            name={`${name}, ${t("placeRow", { number: at + 1 })}`}
            onChange={(fields) =>
              onChange({
                places: changeRow(event.places, place.key, (each) => ({ ...each, ...fields })),
              })
            }
            onRemove={() =>
              onChange({ places: event.places.filter(({ key }) => key !== place.key) })
            }
            place={place}
          />
        ))}
        {one.groups.length > 0 && (
          <fieldset className="fieldset">
            <legend>{t("groups")}</legend>
            <div className="flex flex-wrap gap-x-4">
              {one.groups.map((group, at) =>
                group.partOf !== "" && !event.groups.includes(group.key) ? null : (
                  <label className="check" key={group.key}>
                    <input
                      checked={event.groups.includes(group.key)}
                      onChange={({ target }) =>
                        onChange({
                          groups: target.checked
                            ? [...event.groups, group.key]
                            : event.groups.filter((key) => key !== group.key),
                        })
                      }
                      type="checkbox"
                    />
                    {own("groupNumber", { number: at + 1, count: group.count || "?" })}
                  </label>
                ),
              )}
            </div>
          </fieldset>
        )}
      </fieldset>
    </FactRow>
  );
}
