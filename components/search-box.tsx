"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useId, useRef, useState, useTransition } from "react";

/** A value of the filter that the typed text may mean. */
type Meaning = { field: string; value: string; label: string; detail: string };

type Props = {
  /** What is searched for, and what the address says beside it. */
  text: string;
  kept: [name: string, value: string][];
  /** The page that shows what is found. */
  path: string;
};

const WAIT_MS = 200;
/** After other words one letter is mostly the beginning of another, and finds nothing by itself. */
const BEGUN_WAIT_MS = 1500;
/** Of a script that writes spaces between words. */
const BEGUN =
  /\S\s+(?=\p{L}$)[^\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/**
 * The one box to search by. What it finds is shown while it is typed; what the text may mean beside itself is offered
 * as a filter. Without script it is a plain field of a form.
 */
export function SearchBox({ text: asked, kept, path }: Props) {
  const t = useTranslations("incidents.search");
  const router = useRouter();
  const id = useId();
  const [text, setText] = useState(asked);
  const [meanings, setMeanings] = useState<Meaning[]>([]);
  const [isLoading, startLoading] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Back and forth lead to another search, also while the box has the focus; what is being typed stays.
  const follow = useEffectEvent(() => {
    if (timer.current !== undefined) return;
    close();
    setText(new URLSearchParams(window.location.search).getAll("q").join(" "));
  });
  useEffect(() => {
    const onStep = () => follow();
    window.addEventListener("popstate", onStep);
    return () => window.removeEventListener("popstate", onStep);
  }, []);
  // Who takes the search out of the filter finds the box empty; who types is not disturbed.
  useEffect(() => {
    if (document.activeElement !== input.current) setText(asked);
  }, [asked]);

  // What is typed is added to the filter as it is by then.
  const showNow = useRef(show);
  useEffect(() => {
    showNow.current = show;
  });

  const addressOf = (more: [string, string][]) => {
    const query = new URLSearchParams([...kept, ...more]).toString();
    return query === "" ? path : `${path}?${query}`;
  };

  function type(next: string) {
    setText(next);
    stop();
    const turn = ++latest.current;
    timer.current = setTimeout(() => {
      look(next, turn);
      if (BEGUN.test(next)) timer.current = setTimeout(() => showNow.current(next), BEGUN_WAIT_MS);
      else showNow.current(next);
    }, WAIT_MS);
  }

  function stop() {
    clearTimeout(timer.current);
    timer.current = undefined;
  }

  function show(next: string) {
    stop();
    const found = next.trim() === "" ? [] : ([["q", next]] as [string, string][]);
    startLoading(() => router.replace(addressOf(found), { scroll: false }));
  }

  async function look(next: string, turn: number) {
    const found = next.trim() === "" ? [] : await meaningsOf(next, kept).catch(() => []);
    if (turn === latest.current) setMeanings(found);
  }

  function close() {
    latest.current++;
    setMeanings([]);
  }

  function choose({ field, value }: Meaning) {
    stop();
    close();
    setText("");
    const address = addressOf(
      kept.some(([name, other]) => name === field && other === value) ? [] : [[field, value]],
    );
    startLoading(() => router.push(address));
  }

  return (
    <search className="no-print">
      <form
        action={path}
        className="field"
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) close();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          close();
          show(text);
        }}
      >
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} name={name} type="hidden" value={value} />
        ))}
        <label className="field-label" htmlFor={id}>
          {t("label")}
        </label>
        <div className="flex gap-2">
          <Autocomplete.Root
            filter={null}
            inline
            items={meanings}
            itemToStringValue={({ label }: Meaning) => label}
            onValueChange={(next, { reason }) => {
              if (reason === "input-change") type(next);
            }}
            open={meanings.length > 0}
            value={text}
          >
            <div className="relative grow">
              <Autocomplete.Input
                aria-describedby={`${id}-hint`}
                aria-expanded={meanings.length > 0}
                autoComplete="off"
                className="input"
                enterKeyHint="search"
                id={id}
                maxLength={10_000}
                name="q"
                onKeyDown={(event) => {
                  if (event.key !== "Escape" || meanings.length === 0) return;
                  event.preventDefault();
                  close();
                }}
                ref={input}
              />
              <div
                className="popup absolute top-full z-30 mt-1 w-full min-w-56"
                hidden={meanings.length === 0}
              >
                <Autocomplete.Status className="popup-status">
                  {meanings.length > 0 && t("meanings", { count: meanings.length })}
                </Autocomplete.Status>
                <Autocomplete.List>
                  {(meaning: Meaning) => (
                    <Autocomplete.Item
                      className="popup-item"
                      key={`${meaning.field} ${meaning.value}`}
                      onClick={() => choose(meaning)}
                      value={meaning}
                    >
                      {meaning.label}
                      <span className="muted small block">{meaning.detail}</span>
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
              </div>
            </div>
          </Autocomplete.Root>
          <button aria-busy={isLoading || undefined} className="btn" type="submit">
            {t("submit")}
          </button>
        </div>
        <span className="field-hint" id={`${id}-hint`}>
          {t("hint")}
        </span>
      </form>
    </search>
  );
}

async function meaningsOf(text: string, kept: Props["kept"]): Promise<Meaning[]> {
  const response = await fetch(`/suggest/search?${new URLSearchParams([...kept, ["q", text]])}`);
  if (!response.ok) throw new Error(`/suggest/search: ${response.status}`);
  return response.json();
}
