"use client";

import { useTranslations } from "next-intl";
import type { IncidentForm } from "../../domain/incident-form";
import { ClaimRows } from "./claim-rows";
import { Editor } from "./editor";
import type { EditorAction, Meta } from "./editor-state";
import { EventRows } from "./event-rows";
import { type Option, TextField } from "./fields";
import { GroupRows } from "./group-rows";
import { Section } from "./section";
import { type FindSimilarCases, SimilarCases } from "./similar-cases";
import { SourceRows } from "./source-rows";
import { StaleNotice } from "./stale-notice";
import { FormBackground, type KnownSourceLabel, type SourcedValue } from "./typed-form";

type Props = {
  action: EditorAction;
  initial: IncidentForm;
  /** The version that is edited; null for a new case. */
  version: number | null;
  countries: readonly Option[];
  known: Record<string, KnownSourceLabel>;
  sourced?: Record<string, SourcedValue>;
  cancelHref: string;
  /** Looks for what may be the same case; not given where an incident is edited. */
  findSimilar?: FindSimilarCases;
};

/** Everything of one case: to log it, and to edit it. */
export function CaseForm(props: Props) {
  const { action, initial, version, countries, known, sourced, cancelHref, findSimilar } = props;
  const t = useTranslations("form");
  const saved = initial.claims.map(({ key }) => key);
  return (
    <FormBackground known={known} sourced={sourced}>
      <Editor
        action={action}
        cancelHref={cancelHref}
        id="case"
        initial={initial}
        saveLabel={t(version === null ? "case.log" : "case.save")}
      >
        {(fields, { stale, similar }) => (
          <>
            {stale && <StaleNotice stale={stale} />}
            {version !== null && <input name="version" type="hidden" value={version} />}
            <div className="grid gap-3">
              <TextField label={t("case.title")} meta={fields.title as Meta<string>} />
              <TextField label={t("case.summary")} meta={fields.summary as Meta<string>} rows={4} />
            </div>
            <Section hint={t("sources.hint")} title={t("sources.title")}>
              <SourceRows list={fields.sources as Meta<IncidentForm["sources"]>} />
            </Section>
            <Section hint={t("groups.hint")} title={t("groups.title")}>
              <GroupRows
                countries={countries}
                list={fields.groups as Meta<IncidentForm["groups"]>}
              />
            </Section>
            <Section hint={t("events.hint")} title={t("events.title")}>
              <EventRows list={fields.events as Meta<IncidentForm["events"]>} />
            </Section>
            <Section hint={t("claims.hint")} title={t("claims.title")}>
              <ClaimRows list={fields.claims as Meta<IncidentForm["claims"]>} saved={saved} />
            </Section>
            {findSimilar && <SimilarCases asked={similar} find={findSimilar} />}
            <TextField
              className="mt-6"
              hint={t("case.reasonHint")}
              label={t("case.reason")}
              meta={fields.reason as Meta<string>}
            />
          </>
        )}
      </Editor>
    </FormBackground>
  );
}
