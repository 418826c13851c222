/**
 * A country as filters offer it, with its English name. `ofPeople`: some group has that nationality;
 * `ofPlaces`: something happened there, whatever its modality.
 */
export type CountryOption = { id: string; name: string; ofPeople: boolean; ofPlaces: boolean };
