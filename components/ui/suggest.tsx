"use client";

import { useCallback, useId, useRef, useSyncExternalStore } from "react";
import { SuggestBox, type Suggestion } from "./suggest-box";

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
  /** It is folded away at first, and need not be drawn by the server as more than a plain field. */
  isFolded?: boolean;
  /** `chosen` is null while the text is only typed. */
  onChange?: (text: string, chosen: Suggestion | null) => void;
} & (
  | { suggest: (text: string) => Promise<Suggestion[]>; fetchUrl?: never }
  /** Answers `?q=text` with a JSON array of suggestions. */
  | { fetchUrl: string; suggest?: never }
);

/**
 * A text field that proposes what is known. It is a plain field first: any text counts, with or without JavaScript. One
 * that is folded away the server draws as no more than that; if somebody types in it already, it stays so until they
 * leave it.
 */
export function Suggest(props: Props) {
  const ownId = useId();
  const id = props.id ?? ownId;
  const plain = useRef<HTMLInputElement>(null);
  const watch = useCallback((onChange: () => void) => {
    const field = plain.current;
    field?.addEventListener("blur", onChange);
    return () => field?.removeEventListener("blur", onChange);
  }, []);
  const isFree = useSyncExternalStore(
    watch,
    () => plain.current === null || document.activeElement !== plain.current,
    () => false,
  );
  const typed = plain.current?.value ?? props.defaultValue ?? "";
  const described = [props.hint && `${id}-hint`, props.errors?.length && `${id}-errors`];
  const field = {
    id,
    name: props.name,
    placeholder: props.placeholder,
    describedBy: described.filter(Boolean).join(" ") || undefined,
    isInvalid: Boolean(props.errors?.length),
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      {isFree || !props.isFolded ? (
        <SuggestBox
          {...field}
          onChange={props.onChange}
          suggest={props.suggest ?? askAt(props.fetchUrl)}
          typed={typed}
          wasTyped={typed !== (props.defaultValue ?? "")}
          writes={props.writes ?? "label"}
        />
      ) : (
        <input
          aria-describedby={field.describedBy}
          aria-invalid={field.isInvalid || undefined}
          className="input"
          defaultValue={props.defaultValue}
          id={id}
          name={props.name}
          placeholder={props.placeholder}
          ref={plain}
        />
      )}
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
