import { useTranslations } from "next-intl";
import type { MarkView } from "../domain/mark-view";
import { useFieldTitle } from "./form/use-field-title";
import { InstantText } from "./ui/instant-text";
import { Tag } from "./ui/tag";

/** Every mark of the personal-data guard that still stands in an incident and its sources, with who keeps it and why. */
export function MarkList({ marks }: { marks: readonly MarkView[] }) {
  const t = useTranslations("personalData");
  const open = marks.filter(({ kept }) => kept === null).length;
  return (
    <details open={open > 0}>
      <summary className="small text-accent">
        {t("list.title", { count: marks.length, open })}
      </summary>
      <ul className="small mt-1 grid gap-1.5">
        {marks.map((mark) => (
          <li
            className="break-words"
            key={`${mark.source?.ref} ${mark.path} ${mark.words} ${mark.before}`}
          >
            <MarkItem mark={mark} />
          </li>
        ))}
      </ul>
      <p className="muted small mt-1.5">{t("limits")}</p>
    </details>
  );
}

function MarkItem({ mark: { source, path, kind, why, words, before, after, kept } }: ItemProps) {
  const t = useTranslations("personalData");
  const titleOf = useFieldTitle();
  const field = titleOf(path.replace(/\.text$/, "").replace(/\.(\d+)(?=\.|$)/g, "[$1]"));
  return (
    <>
      <p>
        {source ? t("list.inSource", { ref: source.ref, field }) : field}
        {": "}
        {before}
        <mark>{words}</mark>
        {after}
      </p>
      <p className="muted">
        {t(`kind.${kind}`)} · {t(`why.${why}`)}
      </p>
      {kept ? (
        <p>
          {t("list.kept", { name: kept.by.name })} <InstantText at={kept.at} />: {kept.reason}
        </p>
      ) : (
        <p>
          <Tag tone="warn">{t("list.open")}</Tag>
        </p>
      )}
    </>
  );
}

type ItemProps = { mark: MarkView };
