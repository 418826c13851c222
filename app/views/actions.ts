"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { FeedState } from "../../components/feed-form";
import type { FormState } from "../../components/form-state";
import { deleteView } from "../../db/commands/delete-view";
import { endFeed } from "../../db/commands/end-feed";
import { makeFeed } from "../../db/commands/make-feed";
import { authorise } from "../../domain/actor";
import { ownAddress } from "../_server/accounts";
import { answerForm } from "../_server/answer-form";
import { sendForm } from "../_server/send-form";
import { currentActor } from "../_server/session";
import { confirmPassword } from "../_server/sign-in";
import { getStore } from "../_server/store";

const saveForm = z.object({ name: z.string(), query: z.string() });

/** Keeps a list under a name. */
export async function saveViewAction(_state: FormState, form: FormData): Promise<FormState> {
  // With it come the dictionaries that find names in texts, for which the first list would have to wait.
  const { saveView } = await import("../../db/commands/save-view");
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
  // As large as what saves one.
  const { changeView } = await import("../../db/commands/change-view");
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

/** Makes the secret address of a view's feed; it comes back this once. */
export async function makeFeedAction(_state: FeedState, form: FormData): Promise<FeedState> {
  let token = "";
  const state = await answerForm(form, async ({ id = "", password = "" }) => {
    const actor = await currentActor();
    authorise(actor, "account.own");
    await confirmPassword(password, "password");
    ({ token } = await makeFeed(await getStore(), { id }, actor));
  });
  revalidatePath("/views");
  return state && { ...state, address: token && `${ownAddress()}/feeds/${token}` };
}

/** Ends the feed of a view. */
export async function endFeedAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await sendForm(z.object({ id: z.string() }), form, (store, input, actor) =>
    endFeed(store, input, actor),
  );
  revalidatePath("/views");
  return state;
}
