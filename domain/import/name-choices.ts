/** What can be done with everything that the personal-data guard finds in an import. */
export const NAME_CHOICES = ["refuse", "redact", "keep"] as const;
