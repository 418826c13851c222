"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { EditorState } from "../../../components/form/editor-state";
import { logBesideSimilar } from "../../../db/commands/log-beside-similar";
import { findSimilar } from "../../../db/queries/find-similar";
import { checkIncident } from "../../../domain/check-incident";
import { formPathOf } from "../../../domain/form-reading";
import { incidentFormSchema } from "../../../domain/incident-form";
import type { Issue } from "../../../domain/issue";
import { readIncidentForm } from "../../../domain/read-incident-form";
import { ANSWER_REASON_FIELD, readSimilarAnswers } from "../../../domain/similarity/similar-answer";
import type { SimilarIncident } from "../../../domain/similarity/similar-incident";
import { formContext } from "../../_server/form-context";
import { runAction } from "../../_server/run-action";
import { currentActor, issueOf } from "../../_server/session";
import { getStore } from "../../_server/store";
import { readSubmission } from "../../_server/submission";

/**
 * Logs what was typed and goes to the new incident, or gives everything back with what is wrong, or with the
 * incidents that may be the same case and of which nothing was said yet.
 */
export async function logCase(_state: EditorState, data: FormData): Promise<EditorState> {
  const [store, actor, t] = await Promise.all([
    getStore(),
    currentActor(),
    getTranslations("similar"),
  ]);
  const sent = readSubmission(data, incidentFormSchema);
  if (sent.form === null) return sent;
  const { form, refuse } = sent;
  const refused = await issueOf(actor, "incident.log");
  if (refused) return { result: refuse([refused]) };
  const context = await formContext(store, actor, form, null);
  const { document, newSources, keep, issues, origins } = readIncidentForm(form, context);
  if (issues.length > 0) return { result: refuse(issues) };
  const [similar = []] = await findSimilar(store, actor, [{ document, newSources }]);
  // Only what was asked is answered: an answer about any other incident is none.
  const answers = readSimilarAnswers(data).filter(({ ref }) =>
    similar.some((one) => one.ref === ref),
  );
  const asked = { similar, answers, issues: [] };
  if (answers.length < similar.length) {
    const issue = { path: "", code: "similar.unanswered", values: { count: similar.length } };
    return { result: refuse([issue]), similar: asked };
  }
  const sameText = (ref: string) => t("comment", { ref });
  const logged = await runAction(() =>
    logBesideSimilar(
      store,
      { document, newSources, reason: form.reason, keep, answers, sameText },
      actor,
    ),
  );
  if (logged.ok) redirect(`/incidents/${logged.value.ref}`);
  const ofAnswers = logged.issues.filter(({ path }) => path.startsWith(ANSWER_REASON_FIELD));
  const found = logged.issues
    .filter((issue) => !ofAnswers.includes(issue))
    .map((issue) => ({ ...issue, path: formPathOf(origins, issue.path) }));
  if (ofAnswers.length > 0) found.push({ path: "", code: "similar.reason" });
  return { result: refuse(found), similar: { ...asked, issues: ofAnswers } };
}

/** The incidents that may be the same case as what is typed so far, or why nothing is told. */
export async function similarCases(
  _state: null,
  data: FormData,
): Promise<{ similar: SimilarIncident[]; issues: Issue[] }> {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const refused = await issueOf(actor, "incident.log");
  if (refused) return { similar: [], issues: [refused] };
  const none = { similar: [], issues: [] };
  const { form } = readSubmission(data, incidentFormSchema);
  if (form === null) return none;
  const context = await formContext(store, actor, form, null);
  const { document, newSources } = readIncidentForm(form, context);
  if (checkIncident(document).length > 0) return none;
  const [similar = []] = await findSimilar(store, actor, [{ document, newSources }]);
  return { similar, issues: [] };
}
