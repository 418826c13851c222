import { prepareDatabase } from "./prepare-database";

/** Brings the database up to date and fills it; returns the line to print. */
export async function seed(databaseUrl: string): Promise<string> {
  const { places, sampleCases } = await prepareDatabase(databaseUrl);
  const aboutPlaces = places > 0 ? `Loaded ${places} places.` : "The places are up to date.";
  const aboutCases =
    sampleCases > 0
      ? `Logged ${sampleCases} sample cases.`
      : "There are incidents already, so no sample case was logged.";
  return `${aboutPlaces} ${aboutCases}`;
}
