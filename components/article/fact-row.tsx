"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import type { Issue } from "../../domain/issue";

/** What the rows of all facts share: which one is looked at, and what words are selected in the text. */
export type FactLook = {
  active: string | null;
  look: (fact: string | null) => void;
  /** Lets the fact rest on the words that are selected; null while none are. */
  take: ((fact: string) => void) | null;
  /** What is wrong, by the id of its fact. */
  issues: ReadonlyMap<string, readonly Issue[]>;
};

const Look = createContext<FactLook>({
  active: null,
  look: () => undefined,
  take: null,
  issues: new Map(),
});
export const FactLookProvider = Look.Provider;

/** What is wrong with a fact. */
export function useFactIssues(fact: string): readonly Issue[] {
  return useContext(Look).issues.get(fact) ?? [];
}

type Props = {
  /** Its id, as `factsOf` gives it. */
  fact: string;
  /** What it is called to a screen reader. */
  name: string;
  doubts?: readonly string[];
  children: ReactNode;
  /** Buttons that stand beside that for the selected words. */
  tools?: ReactNode;
  /** Its own words stay when it is given others: a draft, an event. */
  isWide?: boolean;
  /** How many stretches of the text it rests on. */
  words: number;
};

/** One fact of a draft: its fields light up with its words in the text, and can be given other words. */
export function FactRow(props: Props) {
  const { fact, name, doubts = [], children, tools, isWide = false, words } = props;
  const t = useTranslations("article");
  const said = useTranslations("issues");
  const { active, look, take, issues } = useContext(Look);
  const wrong = issues.get(fact) ?? [];
  const isActive = active === fact;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only tells where the focus and the pointer are
    <div
      className={`fact ${isActive ? "fact-active" : ""}`}
      data-fact={fact}
      onBlur={() => look(null)}
      onFocus={() => look(fact)}
      onMouseEnter={() => look(fact)}
      onMouseLeave={() => look(null)}
      tabIndex={-1}
    >
      {children}
      {doubts.map((doubt) => (
        <p className="small text-warn" key={doubt}>
          {t(`doubts.${doubt}`)}
        </p>
      ))}
      {wrong.map((issue) => (
        <p className="field-error" key={`${issue.code} ${JSON.stringify(issue.values)}`}>
          {said(issue.code, issue.values)}
        </p>
      ))}
      {(take !== null || words === 0 || tools) && (
        <p className="flex flex-wrap items-center gap-2">
          {tools}
          {words === 0 && <span className="muted small">{t("noWords")}</span>}
          {take !== null && (
            <button
              aria-label={t(isWide ? "takeTooFor" : "takeFor", { fact: name })}
              className="btn btn-small"
              onClick={() => take(fact)}
              type="button"
            >
              {t(isWide ? "takeToo" : "take")}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
