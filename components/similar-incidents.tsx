import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SimilarIncident } from "../domain/similarity/similar-incident";

type Props = {
  similar: readonly SimilarIncident[];
  /** What can be said of each. */
  answers: (other: SimilarIncident) => ReactNode;
};

/** Incidents that may be the same case, each with why. Opened beside the page, so that nothing typed is lost. */
export function SimilarIncidents({ similar, answers }: Props) {
  const t = useTranslations("similar");
  const format = useFormatter();
  return (
    <ul className="grid gap-3">
      {similar.map((other) => (
        <li className="grid gap-1" key={other.ref}>
          <span>
            <Link href={`/incidents/${other.ref}`} prefetch={false} target="_blank">
              {other.ref} {other.title}
            </Link>
          </span>
          <span className="muted small first-letter:uppercase">
            {format.list(other.because.map((reason) => t(`reason.${reason}`)))}
          </span>
          {answers(other)}
        </li>
      ))}
    </ul>
  );
}
