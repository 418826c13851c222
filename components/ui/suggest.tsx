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

  const written = (item: Suggestion) => (props.writes === "value" ? item.value : item.label);
  const status = {
    idle: "",
    searching: t("searching"),
    failed: t("failed"),
    done: found.length === 0 ? t("nothing", { text }) : t("found", { count: found.length }),
  }[progress];
  const described = [props.hint && `${id}-hint`, props.errors?.length && `${id}-errors`];

  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      <Autocomplete.Root
        filter={null}
        items={found}
        itemToStringValue={written}
        value={text}
        onValueChange={(next, details) => {
          setText(next);
          if (details.reason === "item-press") {
            latest.current++;
            setProgress("idle");
            props.onChange?.(next, found.find((item) => written(item) === next) ?? null);
          } else {
            look(next);
            props.onChange?.(next, null);
          }
        }}
      >
        {/* While suggestions are open everything else, the label too, is hidden from screen readers. */}
        <Autocomplete.Input
          aria-label={props.label}
          aria-describedby={described.filter(Boolean).join(" ") || undefined}
          aria-invalid={props.errors?.length ? true : undefined}
          className="input"
          id={id}
          name={props.name}
          placeholder={props.placeholder}
        />
        <Autocomplete.Portal hidden={progress === "idle"}>
          <Autocomplete.Positioner align="start" className="z-30" sideOffset={4}>
            <Autocomplete.Popup
              aria-busy={progress === "searching" || undefined}
              className="popup w-(--anchor-width) min-w-56"
            >
              <Autocomplete.Status className="popup-status">{status}</Autocomplete.Status>
              <Autocomplete.List>
                {(item: Suggestion) => (
                  <Autocomplete.Item className="popup-item" key={item.value} value={item}>
                    {item.label}
                    {item.detail && <span className="muted small block">{item.detail}</span>}
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
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
