import { openCodes } from "./filter-field";

/** Several countries by ISO 3166-1 alpha-2, in either case; whether they exist is the gazetteer's to say. */
export const countryCodes = openCodes(
  (text) => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : null),
  "filter.unknown_country",
);
