import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CommentView } from "../domain/review-view";
import { CommentForm } from "./comment-form";
import { CommentList } from "./comment-list";
import type { Discuss } from "./discuss";
import type { FormAction } from "./form-state";

type Props = {
  incident: string;
  comments: readonly CommentView[];
  /** The claims that the incident has, in their order, with what to call them. */
  claims: readonly { id: string; name: string }[];
  /** Null where nothing can be said any more. */
  discuss: Discuss | null;
  resolve: FormAction | null;
};

/** What those who work on an incident say of it; comments on its claims stand beside these, and are led to. */
export function IncidentComments({ incident, comments, claims, discuss, resolve }: Props) {
  const t = useTranslations("incident.comments");
  const known = new Set(claims.map(({ id }) => id));
  const own = comments.filter(({ claimId }) => claimId === null);
  const lost = comments.filter(({ claimId }) => claimId !== null && !known.has(claimId));
  const commented = claims.flatMap((claim) => {
    const count = comments.filter((one) => one.claimId === claim.id && !one.resolved).length;
    return count > 0 ? [{ ...claim, count }] : [];
  });
  return (
    <div className="card card-body grid gap-3">
      {comments.length === 0 && <p className="muted">{t("none")}</p>}
      <CommentList comments={own} resolve={resolve} />
      {commented.length > 0 && (
        <div>
          <h3>{t("onClaims")}</h3>
          <ul className="mt-1">
            {commented.map(({ id, name, count }) => (
              <li key={id}>
                <Link href={`/incidents/${incident}?comment=${id}#assess`} prefetch={false}>
                  {name}
                </Link>{" "}
                <span className="muted small">{t("count", { count })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {lost.length > 0 && (
        <div className="grid gap-1.5">
          <h3>{t("lost")}</h3>
          <CommentList comments={lost} resolve={resolve} />
        </div>
      )}
      {discuss && <CommentForm {...discuss} claimId={null} />}
    </div>
  );
}
