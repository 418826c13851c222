import { diffWordsWithSpace } from "diff";
import { useTranslations } from "next-intl";

/** Beyond this the words are not compared one by one, which would take too long: the whole text counts as new. */
const MAX_LENGTH = 40_000;

/** A long text with what went out and what came in marked in place. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  const t = useTranslations("incident.changes");
  const pieces =
    before.length + after.length > MAX_LENGTH
      ? [
          { value: before, removed: true, added: false },
          { value: after, removed: false, added: true },
        ]
      : diffWordsWithSpace(before, after);
  let at = 0;
  return (
    <span className="prose">
      {pieces.map(({ value, removed, added }) => {
        const key = at;
        at += value.length;
        if (added)
          return (
            <ins className="bg-accent-soft" key={`${key} in`}>
              <span className="visually-hidden">{t("inserted")}: </span>
              {value}
            </ins>
          );
        if (removed)
          return (
            <del className="muted" key={`${key} out`}>
              <span className="visually-hidden">{t("deleted")}: </span>
              {value}
            </del>
          );
        return value;
      })}
    </span>
  );
}
