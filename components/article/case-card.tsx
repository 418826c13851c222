"use client";

import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import {
  type ArticleAnswer,
  type ArticleCase,
  blankArticleEvent,
  blankArticleGroup,
} from "../../domain/article/article-case";
import type { CaseCheck } from "../../domain/article/case-check";
import { changeRow, nextKey, withoutGroup } from "../../domain/article/change-cases";
import type { DayBounds } from "../../domain/partial-date";
import { EventFields } from "./event-fields";
import { FactRow } from "./fact-row";
import { GoneSame } from "./gone-same";
import { GroupFields } from "./group-fields";
import { Line } from "./line";
import { SameCase } from "./same-case";
import { SplitForm } from "./split-form";

/** What is done with a draft, by its key. */
export type CaseEdits = {
  change: (key: string, make: (now: ArticleCase) => ArticleCase) => void;
  join: (key: string, into: string) => void;
  remove: (key: string) => void;
  split: (key: string, groups: string[]) => void;
};

type Props = {
  one: ArticleCase;
  number: number;
  check: CaseCheck | undefined;
  published: DayBounds | null;
  countries: readonly { value: string; label: string }[];
  /** All drafts; this one can be put into any other. */
  titles: readonly { key: string; label: string }[];
  edits: CaseEdits;
};

/** One incident as the article tells it, to be checked and changed. */
export const CaseCard = memo(function CaseCard(props: Props) {
  const { one, number, check, published, countries, titles, edits } = props;
  const onChange = (make: (now: ArticleCase) => ArticleCase) => edits.change(one.key, make);
  const others = titles.filter(({ key }) => key !== one.key);
  const t = useTranslations("article");
  const form = useTranslations("form");
  const [isSplitting, setSplitting] = useState(false);
  const [into, setInto] = useState("");
  const target = others.some(({ key }) => key === into) ? into : "";
  const heading = `article-${one.key}`;
  const answer = (given: ArticleAnswer) =>
    onChange((now) => ({
      ...now,
      answers: [...now.answers.filter(({ ref }) => ref !== given.ref), given],
    }));
  const additions: [string, (now: ArticleCase) => Partial<ArticleCase>][] = [
    [
      form("events.add"),
      ({ events }) => ({ events: [...events, blankArticleEvent(nextKey("e", events))] }),
    ],
    [
      form("groups.add"),
      ({ groups }) => ({ groups: [...groups, blankArticleGroup(nextKey("g", groups))] }),
    ],
    [
      t("addSpeaker"),
      ({ speakers }) => ({
        speakers: [...speakers, { key: nextKey("s", speakers), name: "", spans: [] }],
      }),
    ],
  ];
  return (
    <section
      aria-labelledby={heading}
      className="card card-body grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3"
      data-draft={one.key}
      tabIndex={-1}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="mt-0 text-base font-semibold" id={heading}>
          {t("draft", { number })}
        </h2>
        <label className="check">
          <input
            checked={one.isTaken}
            onChange={({ target }) => onChange((now) => ({ ...now, isTaken: target.checked }))}
            type="checkbox"
          />
          {t("take_it")}
        </label>
      </div>
      <FactRow
        doubts={one.doubts}
        fact={one.key}
        isWide
        name={t("draft", { number })}
        words={one.spans.length}
      >
        <Line
          label={form("case.title")}
          onChange={(title) => onChange((now) => ({ ...now, title }))}
          value={one.title}
        />
      </FactRow>
      {one.events.map((event, at) => (
        <EventFields
          event={event}
          key={event.key}
          number={at + 1}
          one={one}
          onChange={(fields) =>
            onChange((now) => ({
              ...now,
              events: changeRow(now.events, event.key, (each) => ({ ...each, ...fields })),
            }))
          }
          onRemove={() =>
            onChange((now) => ({
              ...now,
              events: now.events.filter(({ key }) => key !== event.key),
            }))
          }
          published={published}
        />
      ))}
      {one.groups.map((group, at) => (
        <GroupFields
          countries={countries}
          group={group}
          key={group.key}
          number={at + 1}
          one={one}
          onChange={(fields) =>
            onChange((now) => ({
              ...now,
              groups: changeRow(now.groups, group.key, (each) => ({ ...each, ...fields })),
            }))
          }
          onRemove={() => onChange((now) => withoutGroup(now, group.key))}
        />
      ))}
      {one.speakers.map((speaker) => (
        <FactRow
          fact={`${one.key}.${speaker.key}`}
          key={speaker.key}
          name={t("speaker")}
          tools={
            <button
              className="btn btn-small"
              onClick={() =>
                onChange((now) => ({
                  ...now,
                  speakers: now.speakers.filter(({ key }) => key !== speaker.key),
                }))
              }
              type="button"
            >
              {t("removeSpeaker")}
            </button>
          }
          words={speaker.spans.length}
        >
          <Line
            label={t("speaker")}
            onChange={(name) =>
              onChange((now) => ({
                ...now,
                speakers: changeRow(now.speakers, speaker.key, (each) => ({ ...each, name })),
              }))
            }
            value={speaker.name}
          />
        </FactRow>
      ))}
      <p className="flex flex-wrap gap-2">
        {additions.map(([label, add]) => (
          <button
            className="btn btn-small"
            key={label}
            onClick={() => onChange((now) => ({ ...now, ...add(now) }))}
            type="button"
          >
            {label}
          </button>
        ))}
      </p>
      {check && (
        <GoneSame
          answers={one.answers}
          onTakeBack={(ref) =>
            onChange((now) => ({ ...now, answers: now.answers.filter((each) => each.ref !== ref) }))
          }
          similar={check.similar}
        />
      )}
      {check && check.similar.length > 0 && (
        <SameCase number={number} one={one} onAnswer={answer} similar={check.similar} />
      )}
      <div className="flex flex-wrap items-end gap-2 border-t border-line pt-3">
        {one.groups.length > 1 && (
          <button
            aria-expanded={isSplitting}
            className="btn btn-small"
            onClick={() => setSplitting(!isSplitting)}
            type="button"
          >
            {t("split.open")}
          </button>
        )}
        {others.length > 0 && (
          // Not at once with the choice: with the keyboard each one that is passed is chosen.
          <span className="flex min-w-0 flex-wrap gap-2">
            <select
              aria-label={t("join.label", { number })}
              className="input w-auto max-w-full"
              onChange={({ target }) => setInto(target.value)}
              value={target}
            >
              <option value="">{t("join.open")}</option>
              {others.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
            {target !== "" && (
              <button
                className="btn btn-small"
                onClick={() => edits.join(one.key, target)}
                type="button"
              >
                {t("join.do")}
              </button>
            )}
          </span>
        )}
        <button
          className="btn btn-small btn-danger"
          onClick={() => edits.remove(one.key)}
          type="button"
        >
          {t("remove", { number })}
        </button>
      </div>
      {isSplitting && (
        <SplitForm
          one={one}
          onSplit={(groups) => {
            setSplitting(false);
            edits.split(one.key, groups);
          }}
        />
      )}
    </section>
  );
});
