import { createArticleDraft } from "../db/commands/create-article-draft";
import { blankArticle, blankArticleCase, blankArticleEvent } from "../domain/article/article-case";
import type { ActionTable, Ground } from "./action-row";
import type { Caller } from "./callers";
import { author } from "./protected-cases";

const LIST = "app/incidents/from-article/actions.ts";
const WORK = "app/incidents/from-article/[id]/actions.ts";
const TEXT = "Five people were held in Yunnan. Two were freed.";

/** The actions about articles that are read into drafts. */
export const ARTICLE_ACTIONS: ActionTable = {
  [`${LIST} readArticleAction`]: {
    least: "researcher",
    call: async () => ({
      page: "/incidents/from-article",
      form: { text: TEXT, kind: "news", access: "public" },
    }),
  },
  [`${LIST} discardArticleAction`]: {
    least: "researcher",
    call: async (ground, caller) => {
      const { id } = await newDraft(ground, caller);
      return { page: "/incidents/from-article", form: { id } };
    },
  },
  [`${WORK} saveArticleAction`]: {
    least: "researcher",
    call: async (ground, caller) => ofDraft(await newDraft(ground, caller), {}),
  },
  [`${WORK} redactArticleAction`]: {
    least: "researcher",
    call: async (ground, caller) =>
      ofDraft(await newDraft(ground, caller), { words: "Yunnan", kind: "name" }),
  },
  [`${WORK} acceptArticleAction`]: {
    least: "researcher",
    call: async (ground, caller) => ofDraft(await newDraft(ground, caller), {}),
  },
};

type Draft = Awaited<ReturnType<typeof newDraft>>;

function ofDraft(draft: Draft, more: Record<string, string>) {
  const work = JSON.stringify({ ...draft, version: 1, keep: [], ...more });
  return { page: `/incidents/from-article/${draft.id}`, form: { work } };
}

/** Of whoever calls; of somebody else's where nobody is signed in. */
async function newDraft({ store, admin }: Ground, caller: Caller) {
  const span = { start: 0, end: 32 };
  const event = { ...blankArticleEvent("e1"), type: "detention", spans: [span] };
  const draft = {
    article: blankArticle,
    cases: [{ ...blankArticleCase("c1"), title: "Held in Yunnan", events: [event], spans: [span] }],
  };
  const owner = caller.role === "public" ? admin.id : caller.id;
  const { id } = await createArticleDraft(
    store,
    { ...draft, text: TEXT, keep: [] },
    { ...author, id: owner },
  );
  return { id, ...draft };
}
