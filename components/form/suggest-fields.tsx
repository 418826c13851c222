"use client";

import { useTranslations } from "next-intl";
import { readReference } from "../../domain/reference";
import { Suggest } from "../ui/suggest";
import type { Suggestion } from "../ui/suggest-box";
import type { Meta } from "./editor-state";
import { useErrorTexts } from "./fields";
import { type KnownSourceLabel, useTypedForm } from "./typed-form";

type Props = { meta: Meta<string>; label: string; hint?: string };

/** A place by any of its names. */
export function PlaceField({ meta, label, hint }: Props) {
  return (
    <Suggest
      defaultValue={meta.initialValue ?? ""}
      errors={useErrorTexts(meta)}
      fetchUrl="/suggest/places"
      hint={hint}
      id={meta.id}
      label={label}
      name={meta.name}
      onChange={(_text, chosen) => chosen && tellForm(meta.id)}
    />
  );
}

/** A source of the ledger by its reference, found by publisher or title. */
export function KnownSourceField({ meta, label, hint }: Props) {
  const t = useTranslations("form.sources");
  const { known, learn, textOf } = useTypedForm();
  const chosen = known[readReference("SRC", textOf(meta.name)) ?? ""];
  return (
    <Suggest
      defaultValue={meta.initialValue ?? ""}
      errors={useErrorTexts(meta)}
      hint={chosen ? t("chosen", { label: chosen.label }) : hint}
      id={meta.id}
      label={label}
      name={meta.name}
      onChange={(_text, picked) => picked && tellForm(meta.id)}
      suggest={async (text) => {
        const found = await findSources(text);
        learn(Object.fromEntries(found.map(({ value, ...rest }) => [value, rest])));
        return found;
      }}
      writes="value"
    />
  );
}

async function findSources(text: string): Promise<(Suggestion & KnownSourceLabel)[]> {
  const response = await fetch(`/suggest/sources?q=${encodeURIComponent(text)}`);
  if (!response.ok) throw new Error(`/suggest/sources: ${response.status}`);
  return response.json();
}

// What is chosen from a list is written by script, of which a form hears nothing.
function tellForm(id: string): void {
  requestAnimationFrame(() => {
    document.getElementById(id)?.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
