import "server-only";
import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import type { ProblemCode } from "../../domain/api/api-problem";
import type { Say } from "../../domain/say";
import { keepAccess } from "../_server/keep-access";
import { readerFor } from "../_server/reader";
import { dataAsker } from "../_server/session";
import type { ApiContext } from "./api-context";
import { problemResponse } from "./problem-response";

const CODES: Partial<Record<number, ProblemCode>> = {
  401: "sign_in",
  403: "not_allowed",
  429: "too_many_requests",
};

/** The handlers of an address of the API, for whoever asks by session, by token or as a visitor; only for reading. */
export function apiRoute<P>(
  answer: (context: ApiContext, params: URLSearchParams, path: P) => Promise<Response>,
) {
  const respond = async (
    request: NextRequest,
    segment: { params: Promise<P> },
    withBody: boolean,
  ): Promise<Response> => {
    const say = await getTranslations();
    const asker = await dataAsker("incident.export");
    const response =
      asker instanceof Response
        ? await refusalOf(asker, say)
        : await answer(
            {
              ...(await readerFor(asker.actor)),
              say,
              now: Date.now(),
              known: request.headers.get("if-none-match"),
              withBody,
              mayNotTakeAll: asker.refusalOfAll !== null,
              keep: (access) => keepAccess(asker.actor, access),
            },
            request.nextUrl.searchParams,
            await segment.params,
          );
    return withBody ? response : new Response(null, response);
  };
  return {
    GET: (request: NextRequest, segment: { params: Promise<P> }) => respond(request, segment, true),
    HEAD: (request: NextRequest, segment: { params: Promise<P> }) =>
      respond(request, segment, false),
  };
}

/** The refusal that every data route has, in the form of the API. */
async function refusalOf(refused: Response, say: Say): Promise<Response> {
  const code = CODES[refused.status];
  if (!code) return refused;
  const headers: Record<string, string> = {};
  for (const name of ["retry-after", "www-authenticate"]) {
    const value = refused.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  return problemResponse(code, say, { detail: (await refused.text()).trim(), headers });
}
