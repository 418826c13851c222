import { getTranslations } from "next-intl/server";
import { SimilarAnswers } from "../../../components/similar-answers";
import { SimilarIncidents } from "../../../components/similar-incidents";
import { PageSection } from "../../../components/ui/page-section";
import { findSimilar } from "../../../db/queries/find-similar";
import type { Store } from "../../../db/store";
import { type Actor, may } from "../../../domain/actor";
import { linkAction, notSameAction } from "./actions";

/** Incidents that may be the same case as this one, until somebody has said what they are; nothing where none is alike. */
export async function SimilarSection({
  store,
  actor,
  incident,
}: {
  store: Store;
  actor: Actor;
  incident: string;
}) {
  const [similar = []] = await findSimilar(store, actor, [{ ref: incident }]);
  if (similar.length === 0) return null;
  const t = await getTranslations("similar");
  const mayMerge = may(actor, "incident.merge");
  return (
    <PageSection id="similar" title={t("title")}>
      <div className="card card-body grid gap-3">
        <p className="muted">
          {t("text")} {!mayMerge && t("askMerge")}
        </p>
        <SimilarIncidents
          answers={({ ref }) => (
            <SimilarAnswers
              decideNotSame={notSameAction}
              incident={incident}
              link={linkAction}
              mergeHref={mayMerge ? `/incidents/${incident}/merge?with=${ref}` : null}
              other={ref}
            />
          )}
          similar={similar}
        />
      </div>
    </PageSection>
  );
}
