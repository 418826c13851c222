import { answerFacets } from "../../answer-facets";
import { apiRoute } from "../../api-route";

export const { GET, HEAD } = apiRoute(answerFacets);
