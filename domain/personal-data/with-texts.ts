import type { FreeText } from "./free-texts";

/** The same thing with other texts at the dotted paths of its own; what was given is not changed. */
export function withTexts<Thing extends object>(
  thing: Thing,
  texts: readonly Pick<FreeText, "path" | "text">[],
): Thing {
  return texts.reduce(
    (changed, { path, text }) => withText(changed, path.split("."), text) as Thing,
    thing,
  );
}

function withText(at: unknown, [step, ...rest]: string[], text: string): unknown {
  if (step === undefined) return text;
  const inner = (at as Record<string, unknown>)[step];
  const changed = withText(inner, rest, text);
  if (Array.isArray(at)) return at.map((item, index) => (String(index) === step ? changed : item));
  return { ...(at as object), [step]: changed };
}
