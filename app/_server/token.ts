import "server-only";
import { openToken } from "../../db/open-token";
import { countAttempt } from "../../db/throttle";
import { DomainError } from "../../domain/errors";
import { networkOf } from "../../domain/request-address";
import { isSecondFactorCompulsory } from "./accounts";
import { tooFast } from "./data-rate";
import { getStore } from "./store";

type Opened = NonNullable<Awaited<ReturnType<typeof openToken>>>;

/**
 * The token of an Authorization header; null where it is of another kind, as a proxy's own password is. One that is
 * empty or mangled is a token still, so that a script whose token is missing does not take a visitor's part for all.
 */
export function bearerOf(authorization: string | null): string | null {
  return /^bearer\b\s*(.*)$/is.exec(authorization ?? "")?.[1]?.trim() ?? null;
}

/** What a token opens, or the refusal: 401 where it opens nothing, 429 where too many of that address opened nothing. */
export async function openedBy(token: string, address: string): Promise<Opened | Response> {
  const store = await getStore();
  const needsSecondFactor = isSecondFactorCompulsory();
  const opened = await openToken(store, token, { needsSecondFactor });
  if (opened) return opened;
  const refused = await afterWrongToken(address);
  if (refused) return refused;
  return new Response("This token opens nothing: unknown, expired or revoked.\n", {
    status: 401,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "www-authenticate": 'Bearer realm="Detention Ledger"',
    },
  });
}

/** Counts that a secret from this address opened nothing; 429 where too many did, else null. */
export async function afterWrongToken(address: string): Promise<Response | null> {
  try {
    // Counted apart from passwords: a forgotten script must not keep its owner from signing in.
    const who = `tokens from ${networkOf(address)}`;
    await countAttempt(await getStore(), { account: who, address: who });
    return null;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "account.wait") throw error;
    return tooFast(Number(error.values.seconds));
  }
}
