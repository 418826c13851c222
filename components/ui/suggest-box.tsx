"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

/** `label` is what choosing it writes into the field, unless the field writes values. */
export type Suggestion = { value: string; label: string; detail?: string };

type Props = {
  id: string;
  name?: string;
  /** What is in it when it takes its place, and whether somebody typed that before. */
  typed: string;
  wasTyped: boolean;
  placeholder?: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  writes: "label" | "value";
  /** `chosen` is null while the text is only typed. */
  onChange?: (text: string, chosen: Suggestion | null) => void;
  suggest: (text: string) => Promise<Suggestion[]>;
};

const WAIT_MS = 150;

type Progress = "idle" | "searching" | "failed" | "done";

/** The field of a `Suggest` once there is a script: it proposes what is known. */
export function SuggestBox(props: Props) {
  const t = useTranslations("ui.suggest");
  const [text, setText] = useState(props.typed);
  const [found, setFound] = useState<Suggestion[]>([]);
  const [progress, setProgress] = useState<Progress>("idle");
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the box takes its place
  useEffect(() => {
    if (props.wasTyped) props.onChange?.(props.typed, null);
  }, []);

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
      const answer = await props.suggest(typed.trim()).catch(() => null);
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

  return (
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only watches where the focus goes */}
      <div
        className="relative"
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) close();
        }}
      >
        <Autocomplete.Input
          aria-describedby={props.describedBy}
          aria-invalid={props.isInvalid || undefined}
          aria-expanded={progress !== "idle"}
          className="input"
          id={props.id}
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
  );
}
