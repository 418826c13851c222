import { answerSource } from "../../../answer-one";
import { apiRoute } from "../../../api-route";
import { readFirstFor } from "../../../read-first-for";

export const { GET, HEAD } = apiRoute((context, _params, { ref }: { ref: string }) =>
  answerSource(context, ref, readFirstFor(context)),
);
