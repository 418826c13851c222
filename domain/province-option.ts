/** A province as the filter of incidents offers it: ISO 3166-2 code, English name, ISO 3166-1 code of its country. */
export type ProvinceOption = { id: string; name: string; countryId: string };
