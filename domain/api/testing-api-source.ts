import type { ApiSource } from "./api-source";

/** A source as the API gives it, of which only what the test speaks of is said. */
export const anApiSource = (rest: Partial<ApiSource>): ApiSource => ({
  reference: "SRC-AAAAAA",
  kind: "news",
  publisher: "",
  title: "",
  url: "",
  language: "",
  published: null,
  accessed: null,
  archived_url: "",
  licence: "",
  quotable: false,
  reliability: "F",
  access: "public",
  derived_from: [],
  ...rest,
});
