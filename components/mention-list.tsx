import Link from "next/link";
import { useTranslations } from "next-intl";
import type { MentionRow } from "../domain/review-table";
import { InstantText } from "./ui/instant-text";

/** The open comments that ask for the reader's attention, each leading to where it stands. */
export function MentionList({ mentions }: { mentions: readonly MentionRow[] }) {
  const t = useTranslations("review.mentions");
  return (
    <section aria-labelledby="mentions">
      <h2 id="mentions">{t("title")}</h2>
      <ul className="card divide-y divide-line">
        {mentions.map(({ id, ref, title, claimId, author, at, body }) => (
          <li className="card-body" key={id}>
            <p>
              <Link
                href={`/incidents/${ref}${claimId ? `?comment=${claimId}#assess` : "#comments"}`}
                prefetch={false}
              >
                {ref} {title}
              </Link>{" "}
              <span className="muted small">
                {t("by", { name: author.name })} <InstantText at={at} />
              </span>
            </p>
            <p className="prose mt-0.5">{body}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
