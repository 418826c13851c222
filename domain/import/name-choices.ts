/** What can be done with everything that the personal-data guard finds in an import. */
export const NAME_CHOICES = ["refuse", "redact", "keep"] as const;

/** What was chosen; `reason`: why they may stay, empty unless they are kept. */
export type NameChoice = { choice: (typeof NAME_CHOICES)[number]; reason: string };
