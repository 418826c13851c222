import { z } from "zod";
import { partialDateSchema } from "./partial-date";
import { REDACTED } from "./personal-data/mark";
import { boundedText, calendarDay, identifier } from "./text";
import { ACCESSES, RELIABILITIES, SOURCE_KINDS } from "./vocabulary";

const redacted = Object.values(REDACTED);

/**
 * A web address of http or https without credentials; anything else could run script or leak a password. One that was
 * redacted from its beginning, such as somebody's page, is none.
 */
const webAddress = boundedText(2_000)
  .overwrite((text) => (isRedacted(text) ? "" : text))
  .refine(
    (text) => {
      if (text === "") return true;
      if (!URL.canParse(text)) return false;
      const url = new URL(text);
      return /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
    },
    { params: { code: "source.not_a_web_address" } },
  );

function isRedacted(address: string): boolean {
  return !/\s/.test(address) && redacted.some((words) => address.startsWith(words));
}

/**
 * Where a claim comes from. `publisher`, `title` and `url` are empty when the source does not give them: never invented.
 * `derivedFrom`: ids of the sources it copies or cites; a derived source corroborates nothing.
 * `quotable`: its licence lets us print its words.
 */
export const sourceSchema = z.object({
  kind: z.enum(SOURCE_KINDS),
  publisher: boundedText(300),
  title: boundedText(500),
  url: webAddress,
  language: z
    .string()
    .regex(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/)
    .max(35),
  published: partialDateSchema.nullable(),
  accessed: calendarDay.nullable(),
  archivedUrl: webAddress,
  storedText: boundedText(1_000_000),
  licence: boundedText(500),
  quotable: z.boolean(),
  derivedFrom: z.array(identifier).max(50),
  reliability: z.enum(RELIABILITIES),
  access: z.enum(ACCESSES),
});
export type Source = z.infer<typeof sourceSchema>;

/** What the headline needs to know of a source. */
export type SourceFacts = Pick<Source, "publisher" | "reliability" | "published"> & {
  id: string;
  derived: boolean;
};
