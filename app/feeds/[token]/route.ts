import { getLocale, getTranslations } from "next-intl/server";
import { openFeed } from "../../../db/open-feed";
import { isSecondFactorCompulsory, ownAddress } from "../../_server/accounts";
import { rateRefusal } from "../../_server/data-rate";
import { keepAccess } from "../../_server/keep-access";
import { readerFor } from "../../_server/reader";
import { currentAddress } from "../../_server/session";
import { getStore } from "../../_server/store";
import { afterWrongToken } from "../../_server/token";
import { feedResponse } from "../../incidents.atom/feed-response";

type Context = { params: Promise<{ token: string }> };

/** The feed of somebody's view, for whoever has its address: as its owner, with the role they have now. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const needsSecondFactor = isSecondFactorCompulsory();
  const opened = await openFeed(await getStore(), token, { needsSecondFactor });
  if (!opened) return (await afterWrongToken(await currentAddress())) ?? nothingHere();
  const { view, accountId, role } = opened;
  const refused = rateRefusal(accountId);
  if (refused) return refused;
  const actor = { id: accountId, role, from: "/feeds" };
  const [{ store }, say, locale] = await Promise.all([
    readerFor(actor),
    getTranslations(),
    getLocale(),
  ]);
  return feedResponse(store, actor, new URLSearchParams(view.query), {
    say,
    locale,
    now: Date.now(),
    base: ownAddress(),
    known: request.headers.get("if-none-match"),
    view,
    keep: (access) => keepAccess(actor, access),
  });
}

/** The same whether there never was such a feed or it ended. */
function nothingHere(): Response {
  return new Response("There is no feed at this address.\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
