import { useTranslations } from "next-intl";
import { useId } from "react";
import type { ArticleAnswer, ArticleCase } from "../../domain/article/article-case";
import type { CaseTarget } from "../../domain/article/case-check";
import { SIMILAR_ANSWERS } from "../../domain/similarity/similar-answer";
import { SimilarIncidents } from "../similar-incidents";
import { CountText } from "../ui/count-text";
import { Choice } from "./choice";
import { Line } from "./line";

type Props = {
  one: ArticleCase;
  number: number;
  similar: readonly CaseTarget[];
  onAnswer: (answer: ArticleAnswer) => void;
};

/** Incidents that a draft may be the same as, with what is said of each; of the same one, what is what in it. */
export function SameCase({ one, number, similar, onAnswer }: Props) {
  const t = useTranslations();
  const id = useId();
  return (
    <section
      aria-label={t("article.mayBeSame", { number })}
      className="notice notice-warn grid gap-3"
    >
      <p className="font-semibold">{t("similar.found", { count: similar.length })}</p>
      <SimilarIncidents
        answers={({ ref }) => {
          const target = similar.find((each) => each.ref === ref)!;
          const answer = one.answers.find((each) => each.ref === ref);
          const put = (fields: Partial<ArticleAnswer>) =>
            onAnswer({ ref, is: "related", reason: "", as: {}, ...answer, ...fields });
          return (
            <fieldset className="grid min-w-0 gap-1.5">
              <legend className="visually-hidden">{t("similar.whatIs", { ref })}</legend>
              <div className="flex flex-wrap gap-x-4 gap-y-1">
                {SIMILAR_ANSWERS.map((is) => (
                  <label className="check" key={is}>
                    <input
                      checked={answer?.is === is}
                      name={`${id} ${ref}`}
                      onChange={() => put({ is })}
                      type="radio"
                    />
                    {t(`article.answer.${is}`)}
                  </label>
                ))}
              </div>
              {answer?.is === "not_same" && (
                <Line
                  label={t("similar.reasonIfNot")}
                  onChange={(reason) => put({ reason })}
                  value={answer.reason}
                />
              )}
              {answer?.is === "same" && (
                <Parts
                  one={one}
                  onChange={(key, value) => put({ as: { ...answer.as, [key]: value } })}
                  said={answer.as}
                  target={target}
                />
              )}
            </fieldset>
          );
        }}
        similar={similar}
      />
    </section>
  );
}

type PartsProps = {
  one: ArticleCase;
  target: CaseTarget;
  said: Readonly<Record<string, string>>;
  onChange: (key: string, value: string) => void;
};

/** What each group and event of the draft is in the incident, and what that would then say. */
function Parts({ one, target, said, onChange }: PartsProps) {
  const t = useTranslations();
  const chosen = (key: string) => said[key] ?? target.chosen[key] ?? "other";
  return (
    <div className="grid gap-2">
      <p>{t("article.asClaims", { ref: target.ref })}</p>
      {one.groups.map(({ key, count }, at) => (
        <Choice
          key={key}
          label={t("article.groupNumber", { number: at + 1, count: count || "?" })}
          onChange={(value) => onChange(key, value)}
          options={[
            { value: "other", label: t("merge.otherPeople") },
            ...target.groups.flatMap(({ id, label }) => [
              { value: `same:${id}`, label: t("merge.sameGroup", { group: label }) },
              { value: `part:${id}`, label: t("merge.partOfGroup", { group: label }) },
            ]),
          ]}
          value={chosen(key)}
        />
      ))}
      {one.events.map(({ key, type }, at) => (
        <Choice
          key={key}
          label={t("article.eventNumber", {
            number: at + 1,
            type: type === "" ? "?" : t(`vocabulary.eventType.${type}`),
          })}
          onChange={(value) => onChange(key, value)}
          options={[
            { value: "other", label: t("merge.otherEvent") },
            ...target.events
              .filter((event) => event.type === type)
              .map(({ id, label }) => ({
                value: id,
                label: t("merge.sameEvent", { event: label }),
              })),
          ]}
          value={chosen(key)}
        />
      ))}
      {target.after ? (
        <p>
          {t("article.before")} <CountText count={target.before.persons} />
          {" · "}
          {t("article.after")}{" "}
          <CountText
            count={target.after.persons}
            disputed={target.after.disagreement.includes("persons")}
          />
        </p>
      ) : (
        <p className="field-error">{t("article.choiceWrong")}</p>
      )}
    </div>
  );
}
