import type { Issue } from "./issue";

/** A state that must be refused, with a stable code: `incident.not_found`, `incident.stale_version`, `not_allowed` … */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly values: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = "DomainError";
  }
}

/** Input that breaks one or more rules; carries every issue found, never only the first. */
export class InvalidInput extends DomainError {
  constructor(readonly issues: Issue[]) {
    super("invalid_input", { count: issues.length });
    this.name = "InvalidInput";
  }
}
