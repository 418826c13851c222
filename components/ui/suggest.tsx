"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";

/** `label` is what choosing it writes into the field, unless the field writes values. */
export type Suggestion = { value: string; label: string; detail?: string };

type Props = {
  label: string;
  name?: string;
  id?: string;
  defaultValue?: string;
  placeholder?: string;
  hint?: string;
  errors?: string[];
  /** What choosing a suggestion writes into the field; the label by default. */
  writes?: "label" | "value";
  /** `chosen` is null while the text is only typed. */
  onChange?: (text: string, chosen: Suggestion | null) => void;
} & (
  | { suggest: (text: string) => Promise<Suggestion[]>; fetchUrl?: never }
  /** Answers `?q=text` with a JSON array of suggestions. */
  | { fetchUrl: string; suggest?: never }
);

const WAIT_MS = 150;

type Progress = "idle" | "searching" | "failed" | "done";

/** A text field that proposes what is known. It is a plain field first: any text counts, with or without JavaScript. */
export function Suggest(props: Props) {
  const t = useTranslations("ui.suggest");
  const ownId = useId();
  const id = props.id ?? ownId;
  const [text, setText] = useState(props.defaultValue ?? "");
  const [found, setFound] = useState<Suggestion[]>([]);
  const [progress, setProgress] = useState<Progress>("idle");
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function look(typed: string) {
    clearTimeout(timer.current);
    const asked = ++latest.current;
    if (typed.trim() === "") {
      setFound([]);
      setProgress("idle");
      return;
    }
    setProgress("searching");
    timer.current = setTimeout(async () => {
      const answer = await (props.suggest ?? askAt(props.fetchUrl))(typed.trim()).catch(() => null);
      if (asked !== latest.current) return;
      setFound(answer ?? []);
      setProgress(answer ? "done" : "failed");
    }, WAIT_MS);
  }

  function close() {
    clearTimeout(timer.current);
    latest.current++;
    setFound([]);
    setProgress("idle");
  }

  const written = (item: Suggestion) => (props.writes === "value" ? item.value : item.label);
  function choose(item: Suggestion) {
    const next = written(item);
    setText(next);
    props.onChange?.(next, item);
    close();
  }

  const status = {
    idle: "",
    searching: t("searching"),
    failed: t("failed"),
    done: found.length === 0 ? t("nothing", { text }) : t("found", { count: found.length }),
  }[progress];
  const described = [props.hint && `${id}-hint`, props.errors?.length && `${id}-errors`];

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches where the focus goes
    <div
      className="field"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      <Autocomplete.Root
        filter={null}
        inline
        open={progress !== "idle"}
        items={found}
        itemToStringValue={written}
        value={text}
        onValueChange={(next, { reason }) => {
          if (reason !== "input-change") return;
          setText(next);
          look(next);
          props.onChange?.(next, null);
        }}
      >
        <div className="relative">
          <Autocomplete.Input
            aria-describedby={described.filter(Boolean).join(" ") || undefined}
            aria-invalid={props.errors?.length ? true : undefined}
            aria-expanded={progress !== "idle"}
            className="input"
            id={id}
            onKeyDown={(event) => {
              if (event.key !== "Escape" || progress === "idle") return;
              event.preventDefault();
              event.stopPropagation();
              close();
            }}
            name={props.name}
            placeholder={props.placeholder}
          />
          {/* Inline: the library's own popup would hide the rest of the form from screen readers while it is open. */}
          <div
            aria-busy={progress === "searching" || undefined}
            className="popup absolute top-full z-30 mt-1 w-full min-w-56"
            hidden={progress === "idle"}
          >
            <Autocomplete.Status className="popup-status">{status}</Autocomplete.Status>
            <Autocomplete.List>
              {(item: Suggestion) => (
                <Autocomplete.Item
                  className="popup-item"
                  key={item.value}
                  onClick={() => choose(item)}
                  value={item}
                >
                  {item.label}
                  {item.detail && <span className="muted small block">{item.detail}</span>}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </div>
        </div>
      </Autocomplete.Root>
      {props.hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      )}
      {props.errors?.length ? (
        <span className="field-error" id={`${id}-errors`}>
          {props.errors.join(" ")}
        </span>
      ) : null}
    </div>
  );
}

function askAt(url: string) {
  return async (text: string): Promise<Suggestion[]> => {
    const response = await fetch(`${url}?q=${encodeURIComponent(text)}`);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response.json();
  };
}
