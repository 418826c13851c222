import "server-only";
import { type Allowance, takeFrom } from "../../domain/request-rate";

/** Data routes read much: a person never comes near this, a runaway program does. */
const RULE = { burst: 60, perSecond: 1 };

const kept = globalThis as typeof globalThis & { ledgerRates?: Map<string, Allowance> };
kept.ledgerRates ??= new Map();

/** The refusal (429) of whoever takes data too fast, told by account or network address; else null. In memory only. */
export function rateRefusal(who: string, now = Date.now()): Response | null {
  const waitMs = takeFrom(kept.ledgerRates!, RULE, who, now);
  return waitMs === 0 ? null : tooFast(waitMs / 1000);
}

/** 429 with how long to wait. */
export function tooFast(seconds: number): Response {
  return new Response("Too many requests. Try again later.\n", {
    status: 429,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": String(Math.ceil(seconds)),
    },
  });
}
