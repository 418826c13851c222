/** A value whose meaning was said; `label`: of a place. */
export type DecidedValue = { field: string; value: string; meaning: string; label: string };
