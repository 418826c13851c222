import "server-only";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import type { FormState } from "../../components/form-state";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import type { Keep } from "../../domain/keep";
import { issuesOf } from "../../domain/zod-issues";
import { readKeep } from "./read-keep";
import { redactField } from "./redact-field";
import { runAction } from "./run-action";
import { currentActor } from "./session";
import { getStore } from "./store";

/**
 * Parses what a form sent, with the marked words that are to be kept, runs the command as whoever sends it, and has the pages read anew.
 * `lists`: the fields that may be sent several times; the schema gets them as arrays.
 */
export async function sendForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
  command: (
    store: Store,
    input: z.output<Schema> & { keep: Keep[] },
    actor: Actor,
  ) => Promise<unknown>,
  lists: readonly string[] = [],
): Promise<FormState> {
  const redacted = redactField(form);
  const { keep, atField } = readKeep(form);
  const fields = [...form].filter(
    (field): field is [string, string] => typeof field[1] === "string" && !field[0].startsWith("$"),
  );
  const several = lists.map((name): [string, string[]] => [
    name,
    fields.filter(([field]) => field === name).map(([, value]) => value),
  ]);
  // Of what was chosen several times every choice goes back, each on a line.
  const chosen = several.map(([name, values]) => [name, values.join("\n")]);
  const typed = { ...Object.fromEntries(fields), ...Object.fromEntries(chosen) };
  if (redacted) return { ok: false, issues: [redacted], typed };
  const sent = { ...typed, ...Object.fromEntries(several) };
  const parsed = schema.safeParse(sent, { reportInput: true });
  if (!parsed.success) return { ok: false, issues: issuesOf(parsed.error), typed };
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const result = await runAction(() =>
    command(store, Object.assign({}, parsed.data, { keep }), actor),
  );
  revalidatePath("/incidents", "layout");
  revalidatePath("/review");
  return { ok: result.ok, issues: result.ok ? [] : result.issues.map(atField), typed };
}
