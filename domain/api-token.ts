import { readName } from "./account";
import { type Issue, shown } from "./issue";

/** What a token opens: `read` the files that a filter or an incident gives, `export` full exports too. */
export const TOKEN_SCOPES = ["read", "export"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Whole days from its making until a token ends, both inclusive. */
export const TOKEN_DAYS = { min: 1, max: 365 } as const;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A token that can still be used, as its owner sees it. Times in milliseconds since 1970; null: never used. */
export type TokenRow = {
  id: string;
  name: string;
  scopes: TokenScope[];
  createdAt: number;
  expiresAt: number;
  usedAt: number | null;
};

/** What a form asks of a new token, as it was typed. `scope`: the widest one. */
export type TypedToken = { name: string; scope: string; days: string };

/** A new token's name, scopes and life in milliseconds, with every issue. A scope brings the ones before it. */
export function readTokenRequest(typed: TypedToken): {
  name: string;
  scopes: TokenScope[];
  life: number;
  issues: Issue[];
} {
  const { name, issues } = readName("name", typed.name);
  const widest = (TOKEN_SCOPES as readonly string[]).indexOf(typed.scope);
  if (widest < 0) {
    const values = { value: shown(typed.scope), allowed: TOKEN_SCOPES.join(", ") };
    issues.push({ path: "scope", code: "value.not_in_list", values });
  }
  const days = /^\d{1,4}$/.test(typed.days.trim()) ? Number(typed.days) : 0;
  if (days < TOKEN_DAYS.min || days > TOKEN_DAYS.max)
    issues.push({
      path: "days",
      code: "token.days",
      values: { value: shown(typed.days), ...TOKEN_DAYS },
    });
  return { name, scopes: TOKEN_SCOPES.slice(0, widest + 1), life: days * DAY_MS, issues };
}
