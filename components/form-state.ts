import type { Issue } from "../domain/issue";

/** What came of sending a form: null before it was sent. `typed`: what its fields held, so that nothing is lost. */
export type FormState = { ok: boolean; issues: Issue[]; typed: Record<string, string> } | null;

/** What a form is sent to. It works as a plain post too, before any script has arrived. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
