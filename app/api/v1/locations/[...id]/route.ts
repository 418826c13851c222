import { answerLocation } from "../../../answer-one";
import { apiRoute } from "../../../api-route";

/** An id such as `CN-YN/kunming` is taken with its slash as it is or written `%2F`. */
export const { GET, HEAD } = apiRoute((context, _params, { id }: { id: string[] }) =>
  answerLocation(context, id.map(decoded).join("/")),
);

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    // Not well encoded: it is no id then, and is not found.
    return step;
  }
}
