"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { FormState } from "../../components/form-state";
import { changeView } from "../../db/commands/change-view";
import { deleteView } from "../../db/commands/delete-view";
import { saveView } from "../../db/commands/save-view";
import { sendForm } from "../_server/send-form";

const saveForm = z.object({ name: z.string(), query: z.string() });

/** Keeps a list under a name. */
export async function saveViewAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await sendForm(saveForm, form, (store, input, actor) =>
    saveView(store, input, actor),
  );
  revalidatePath("/views");
  return state;
}

const changeForm = z.object({
  id: z.string(),
  name: z.string().optional(),
  query: z.string().optional(),
});

/** Gives a view another name or another list. */
export async function changeViewAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await sendForm(changeForm, form, (store, input, actor) =>
    changeView(store, input, actor),
  );
  revalidatePath("/views");
  return state;
}

/** Deletes a view. */
export async function deleteViewAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await sendForm(z.object({ id: z.string() }), form, (store, input, actor) =>
    deleteView(store, input, actor),
  );
  revalidatePath("/views");
  return state;
}
