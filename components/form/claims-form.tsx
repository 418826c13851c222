"use client";

import { useTranslations } from "next-intl";
import type { IncidentForm } from "../../domain/incident-form";
import { ClaimRows } from "./claim-rows";
import { Editor } from "./editor";
import type { EditorAction, Meta } from "./editor-state";
import { TextField } from "./fields";
import { Section } from "./section";
import { SourceRows } from "./source-rows";
import { FormBackground, type KnownSourceLabel } from "./typed-form";

type Typed = Pick<IncidentForm, "sources" | "claims" | "reason" | "keep">;

type Props = {
  action: EditorAction;
  initial: Typed;
  /** What the claims can be said of. */
  rows: Pick<IncidentForm, "groups" | "events">;
  known: Record<string, KnownSourceLabel>;
  cancelHref: string;
};

/** A source and what it says, added to a case that is there. */
export function ClaimsForm({ action, initial, rows, known, cancelHref }: Props) {
  const t = useTranslations("form");
  return (
    <FormBackground known={known} rows={rows}>
      <Editor
        action={action}
        cancelHref={cancelHref}
        id="claims"
        initial={initial}
        saveLabel={t("addSource.save")}
      >
        {(fields) => (
          <>
            <Section hint={t("addSource.sourceHint")} title={t("addSource.source")}>
              <SourceRows list={fields.sources as Meta<Typed["sources"]>} />
            </Section>
            <Section hint={t("addSource.claimsHint")} title={t("claims.title")}>
              <ClaimRows list={fields.claims as Meta<Typed["claims"]>} saved={[]} />
            </Section>
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
