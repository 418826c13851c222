"use client";

import { FormProvider, type Intent, parse, type Submission, useForm } from "@conform-to/react";
import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type KeyboardEvent,
  type ReactNode,
  useActionState,
  useRef,
  useState,
  useTransition,
} from "react";
import type { Issue } from "../../domain/issue";
import type { EditorAction, EditorState } from "./editor-state";
import { ErrorSummary } from "./error-summary";
import { KeptMarks } from "./field-marks";
import { TypedForm } from "./typed-form";
import { UnsavedGuard } from "./unsaved-guard";

type Props<Typed extends Record<string, unknown>> = {
  id: string;
  action: EditorAction;
  /** What the fields hold at first. */
  initial: Typed;
  saveLabel: string;
  cancelHref: string;
  children: (
    fields: ReturnType<typeof useForm<Typed, Typed, Issue[]>>[1],
    state: EditorState,
  ) => ReactNode;
};

/** Below what the server takes, which counts the frame around each field too. */
const MAX_BYTES = 1_800_000;

const NOTHING: EditorState = {};

/**
 * A form from which nothing typed is lost: not by a mistake, a refusal, a failing connection or a wrong click.
 * Rows are added and removed in place; before any script has arrived the same buttons post the form.
 */
export function Editor<Typed extends Record<string, unknown>>(props: Props<Typed>) {
  const { id, action, initial, saveLabel, cancelHref, children } = props;
  const t = useTranslations("form");
  const [posted, post, isPosting] = useActionState(action, NOTHING);
  const [answered, setAnswered] = useState<EditorState | null>(null);
  const [failure, setFailure] = useState<Issue | null>(null);
  const [isSending, startSending] = useTransition();
  const element = useRef<HTMLFormElement>(null);
  const state = answered ?? posted;

  function send(data: FormData) {
    const bytes = sizeOf(data);
    if (bytes > MAX_BYTES) {
      const megabytes = (count: number) => Math.round(count / 100_000) / 10;
      const values = { size: megabytes(bytes), max: megabytes(MAX_BYTES) };
      setFailure({ path: "", code: "form.too_big", values });
      return;
    }
    setFailure(null);
    startSending(async () => {
      try {
        setAnswered(await action(NOTHING, data));
      } catch (error) {
        unstable_rethrow(error);
        setFailure({ path: "", code: "form.not_sent" });
      }
    });
  }

  const [form, fields] = useForm<Typed, Typed, Issue[]>({
    id,
    defaultValue: initial as never,
    lastResult: state.result,
    shouldDirtyConsider: (name) => name in initial,
    onValidate: ({ formData }): Submission<Typed, Issue[]> =>
      parse<Typed, Issue[]>(formData, {
        resolve: (payload, intent) =>
          intent ? { error: keptErrors(errors(), intent) } : { value: payload as Typed },
      }),
    // Handled here and not by `action`: React would reset the fields, and a failing connection would crash the page.
    onSubmit: (event, { formData }) => {
      event.preventDefault();
      if (!isSending) send(formData);
    },
  });

  const errors = () => form.allErrors as Record<string, Issue[]>;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      element.current?.requestSubmit();
    } else if (event.target instanceof HTMLInputElement) event.preventDefault();
  }

  const isBusy = isSending || isPosting;
  return (
    <FormProvider context={form.context}>
      <UnsavedGuard active={form.dirty && !isBusy} />
      <form
        action={post}
        className="max-w-5xl [&_:is(input,select,textarea,button,summary)]:scroll-mb-20"
        id={form.id}
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={form.onSubmit}
        ref={element}
      >
        {/* What Enter in a field presses before any script has arrived; the next one would add a row. */}
        <button aria-hidden="true" className="visually-hidden" tabIndex={-1} type="submit" />
        <ErrorSummary errors={errors()} failure={failure} formId={id} />
        <TypedForm>{children(fields, state)}</TypedForm>
        <KeptMarks />
        <div className="sticky bottom-0 z-10 mt-6 flex flex-wrap items-center gap-2 border-t border-line bg-ground py-2.5">
          <button
            aria-keyshortcuts="Control+Enter"
            className="btn btn-primary"
            disabled={isBusy}
            type="submit"
          >
            {isBusy ? t("saving") : saveLabel}
          </button>
          <a className="btn" href={cancelHref}>
            {t("cancel")}
          </a>
          <span className="muted small">{t("shortcut")}</span>
          <span className="visually-hidden" role="status">
            {isBusy && t("saving")}
          </span>
        </div>
      </form>
    </FormProvider>
  );
}

function sizeOf(data: FormData): number {
  return new Blob([...data.values()]).size;
}

/** Errors outlast the adding of a row; where rows are removed, their numbers would no longer be right. */
function keptErrors(errors: Record<string, Issue[]>, intent: Intent): Record<string, null> {
  const list = intent.type === "remove" ? intent.payload.name : null;
  const kept = Object.keys(errors).filter((name) => list === null || !name.startsWith(`${list}[`));
  return Object.fromEntries(kept.map((name) => [name, null]));
}
