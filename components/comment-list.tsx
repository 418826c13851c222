import { useTranslations } from "next-intl";
import type { CommentView } from "../domain/review-view";
import type { FormAction } from "./form-state";
import { ResolveForm } from "./resolve-form";
import { InstantText } from "./ui/instant-text";

type Props = {
  comments: readonly CommentView[];
  /** Null where nothing may be resolved any more. */
  resolve: FormAction | null;
};

/** Comments, oldest first; those that are resolved are folded away. */
export function CommentList({ comments, resolve }: Props) {
  const t = useTranslations("incident.comments");
  const open = comments.filter((comment) => comment.resolved === null);
  const done = comments.filter((comment) => comment.resolved !== null);
  return (
    <>
      {open.length > 0 && <Comments comments={open} resolve={resolve} />}
      {done.length > 0 && (
        <details>
          <summary className="small text-accent">{t("resolved", { count: done.length })}</summary>
          <div className="mt-1">
            <Comments comments={done} resolve={null} />
          </div>
        </details>
      )}
    </>
  );
}

function Comments({ comments, resolve }: Props) {
  const t = useTranslations("incident.comments");
  return (
    <ul className="grid gap-2.5">
      {comments.map(({ id, author, at, body, mentions, resolved }) => (
        <li className="border-l-2 border-line pl-2.5" key={id}>
          <p className="muted small">
            <span className="font-semibold text-ink">{author.name}</span> <InstantText at={at} />
            {resolved && <> · {t("resolvedBy", { name: resolved.by.name })}</>}
          </p>
          <p className="prose">{body}</p>
          {mentions.length > 0 && (
            <p className="muted small">
              {t("mentions", { names: mentions.map(({ name }) => name).join(", ") })}
            </p>
          )}
          {resolve && (
            <ResolveForm
              about={t("of", { name: author.name, start: body.slice(0, 40) })}
              action={resolve}
              commentId={id}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
