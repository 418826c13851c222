import { apiRoute } from "../../api-route";
import { problemResponse } from "../../problem-response";

/** Whatever is no address of the API is refused in its form. */
export const { GET, HEAD } = apiRoute(async ({ say }) =>
  problemResponse("not_found", say, { detail: say("api.noAddress") }),
);
