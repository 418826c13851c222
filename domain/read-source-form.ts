import { displayed, type Reading, readCodeAt, readDateAt, refuse } from "./form-reading";
import { blankSource, isUntouched, type SourceForm } from "./incident-form";
import { shown } from "./issue";
import type { NewSource } from "./new-source";
import { readReference } from "./reference";
import { type Source, sourceSchema } from "./source";
import { ACCESSES, RELIABILITIES, SOURCE_KINDS } from "./vocabulary";
import { issuesOf } from "./zod-issues";

/**
 * The sources of a form: those the ledger has are looked up by their reference, the rest are to be added.
 * A row in which nothing is typed is passed over. Issues: `source.unknown`, and those of a source.
 */
export function readSourceForms(reading: Reading, forms: readonly SourceForm[]): NewSource[] {
  const added: { form: SourceForm; path: string }[] = [];
  forms.forEach((form, index) => {
    const path = `sources.${index}`;
    if (form.mode === "known") {
      if (form.ref.trim() === "") return;
      const known = knownSource(reading, form.ref);
      if (known) reading.sourcesByKey.set(form.key, known);
      else {
        refuse(reading, `${path}.ref`, "source.unknown", { value: displayed(form.ref) });
        // What cites it is not also in the wrong.
        reading.sourcesByKey.set(form.key, { id: form.key, published: null });
      }
    } else if (!isUntouched(form, blankSource("", "new"), ["mode"])) added.push({ form, path });
  });
  for (const { form } of added)
    reading.sourcesByKey.set(form.key, { id: form.key, published: null });
  return added.map(({ form, path }, index) => {
    const source = readSourceForm(reading, path, form);
    reading.sourcesByKey.set(form.key, { id: form.key, published: source.published });
    reading.origins.set(`newSources.${index}`, path);
    for (const field of Object.keys(sourceSchema.shape))
      reading.origins.set(`newSources.${index}.${field}`, `${path}.${fieldOf(field)}`);
    return { key: form.key, source };
  });
}

/** One source as it was typed; `path` is where it stands in the form, "" = it is the whole form. */
export function readSourceForm(reading: Reading, path: string, form: SourceForm): Source {
  const at = (field: string) => (path === "" ? field : `${path}.${field}`);
  const derivedFrom = form.copies.flatMap((named, index) => {
    if (named.trim() === "") return [];
    const origin = reading.sourcesByKey.get(named) ?? knownSource(reading, named);
    if (origin) return [origin.id];
    refuse(reading, at(path === "" ? `copies.${index}` : "copies"), "source.unknown", {
      value: displayed(named),
    });
    return [];
  });
  const source: Source = {
    kind: readCodeAt(reading, at("kind"), form.kind, SOURCE_KINDS),
    publisher: form.publisher,
    title: form.title,
    url: form.url,
    language: form.language.trim(),
    published: readDateAt(reading, at("published"), form.published, null),
    accessed: form.accessed.trim() || null,
    archivedUrl: form.archivedUrl,
    storedText: form.storedText,
    licence: form.licence,
    quotable: form.quotable === "on",
    derivedFrom: [...new Set(derivedFrom)],
    reliability: readCodeAt(reading, at("reliability"), form.reliability, RELIABILITIES),
    access: readCodeAt(reading, at("access"), form.access, ACCESSES),
  };
  const parsed = sourceSchema.safeParse(source, { reportInput: true });
  if (parsed.success) return parsed.data;
  reading.issues.push(
    ...issuesOf(parsed.error).map((issue) => ({
      ...issue,
      path: at(fieldOf(issue.path.split(".")[0] ?? "")),
      code: CODES[issue.path] ?? issue.code,
      values: { value: shown(String(source[issue.path as keyof Source] ?? "")), ...issue.values },
    })),
  );
  return source;
}

function fieldOf(field: string): string {
  return field === "derivedFrom" ? "copies" : field;
}

// What zod calls a wrong type is a wrong form of text to whoever typed it.
const CODES: Record<string, string> = {
  language: "source.not_a_language",
  accessed: "source.not_a_day",
};

function knownSource(reading: Reading, typed: string) {
  return reading.sources.get(readReference("SRC", typed) ?? "") ?? null;
}
