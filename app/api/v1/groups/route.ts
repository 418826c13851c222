import { answerList } from "../../answer-list";
import { apiRoute } from "../../api-route";
import { API_LISTS } from "../../lists";

export const { GET, HEAD } = apiRoute((context, params) =>
  answerList(API_LISTS.groups, context, params),
);
