import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ArticlePlace } from "../../domain/article/article-case";
import { PLACE_ROLES } from "../../domain/vocabulary";
import { useCodeOptions } from "../form/use-code-options";
import { Suggest } from "../ui/suggest";
import { Choice } from "./choice";
import { FactRow, useFactIssues } from "./fact-row";

type Props = {
  fact: string;
  name: string;
  place: ArticlePlace;
  onChange: (fields: Partial<ArticlePlace>) => void;
  onRemove: () => void;
};

/** Where something happened: a place of the ledger, or a town that is added to it under its province. */
export function PlaceFields({ fact, name, place, onChange, onRemove }: Props) {
  const t = useTranslations("form.events");
  const own = useTranslations("article");
  const roles = useCodeOptions("placeRole", PLACE_ROLES);
  const [isAdding, setAdding] = useState(false);
  const isNew = isAdding || place.under !== "";
  const isUnknown = useFactIssues(fact).some(({ code }) => code === "place.not_found");
  return (
    <FactRow
      doubts={place.doubts}
      fact={fact}
      name={name}
      tools={
        <>
          {!isNew && isUnknown && (
            <button
              className="btn btn-small btn-plain"
              onClick={() => setAdding(true)}
              type="button"
            >
              {own("addNewPlace")}
            </button>
          )}
          <button className="btn btn-small" onClick={onRemove} type="button">
            {own("removePlace")}
          </button>
        </>
      }
      words={place.name === "" ? 1 : place.spans.length}
    >
      <div className="field-row">
        <Choice
          label={t("placeRole")}
          onChange={(role) => onChange({ role })}
          options={roles}
          value={place.role}
        />
        <Suggest
          defaultValue={place.name}
          fetchUrl="/suggest/places"
          hint={place.name === "" ? t("placeHint") : undefined}
          // Another name that was not typed here begins the field anew.
          key={`${place.spans[0]?.start} ${place.under}`}
          label={t("place")}
          onChange={(text, chosen) =>
            onChange({ name: text, ...(chosen ? { under: "", doubts: [] } : {}) })
          }
        />
      </div>
      {isNew && (
        <div className="grid gap-1">
          <p className="small text-warn">{own("newPlace", { name: place.name })}</p>
          <Suggest
            defaultValue={place.under}
            fetchUrl="/suggest/places"
            label={own("newPlaceUnder")}
            onChange={(under) => onChange({ under })}
          />
          <p>
            <button
              className="btn btn-small btn-plain"
              onClick={() => {
                setAdding(false);
                onChange({ under: "" });
              }}
              type="button"
            >
              {own("notNewPlace")}
            </button>
          </p>
        </div>
      )}
    </FactRow>
  );
}
