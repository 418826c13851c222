import { z } from "zod";
import { DANGERS } from "../custody";
import type { FilterName } from "../incident-filter";
import { SORT_KEYS } from "../incident-sort";
import {
  CORROBORATIONS,
  EVENT_TYPES,
  MODALITIES,
  REVIEW_STATUSES,
  ROLES,
  STATUSES,
} from "../vocabulary";
import { LIMITS } from "./api-request";
import { incidentReference, sourceReference } from "./references";

const many = <T extends z.ZodType>(value: T, description: string) =>
  z.array(value).max(100).optional().meta({ description });
const day = (description: string) =>
  z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional()
    .meta({ description });
const people = (description: string) => z.int().nonnegative().optional().meta({ description });
const country = z.string().regex(/^[A-Z]{2}$/);

/** The parameters of the filter; several values of one are "or", different ones "and". */
const FILTER = {
  q: z.string().max(10_000).optional().meta({
    description:
      'Words that are searched for; `"a phrase"`, `-without`. A place is found by any of its names.',
  }),
  province: many(z.string(), "ISO 3166-2, such as CN-YN, of a place of any event."),
  country: many(country, "ISO 3166-1 alpha-2."),
  place: many(z.string(), "The id of a place of the gazetteer, or of one around it: CN-JL/tumen."),
  move: many(
    z.string(),
    "A way of people as the map shows it, from a place to a place and how sure it is: CN-JL/tumen>KP>reported.",
  ),
  from: day("First day, month or year, inclusive."),
  to: day("Last day, month or year, inclusive."),
  when: many(
    z.string().regex(/^\d{4}(-\d{2})?$/),
    'Years and months, such as 2014 and 2015-07; several are "or".',
  ),
  dates: z.enum(["possible", "certain"]).optional().meta({
    description:
      "`certain`: the whole date lies in the range; `possible`, the default: it overlaps.",
  }),
  type: many(
    z.enum(EVENT_TYPES),
    "Has such an event; province, modality and dates then mean that one and the same event.",
  ),
  modality: many(z.enum(MODALITIES), "Of the event."),
  status: many(z.enum(STATUSES), "Of any part of the people."),
  risk: many(z.enum(DANGERS), "An anticipated event that may still happen."),
  news_from: day("The latest day anything is known of, at the earliest."),
  news_to: day("The latest day anything is known of, at the latest."),
  nationality: many(country, "ISO 3166-1 alpha-2."),
  role: many(z.enum(ROLES), "Of any group."),
  people_min: people("At least so many persons, as far as known."),
  people_max: people("At most so many persons, as far as known."),
  source: many(sourceReference, "Something that this source says is not rejected."),
  corroboration: many(z.enum(CORROBORATIONS), "Of the incident as a whole."),
  review: many(
    z.enum(REVIEW_STATUSES),
    "Retracted incidents are left out unless they are asked for here.",
  ),
  ref: many(incidentReference, "The incidents themselves."),
} satisfies Record<FilterName, z.ZodType>;

const PAGE = {
  limit: z.int().min(LIMITS.min).max(LIMITS.max).default(LIMITS.default).optional().meta({
    description: "At most so many things in one answer.",
  }),
  cursor: z.string().optional().meta({
    description: "Of the page before, as it was given, with the same filter and sort.",
  }),
};

const SORT = {
  sort: z
    .enum(SORT_KEYS.flatMap((key) => [key, `-${key}` as const]))
    .default("-date")
    .optional()
    .meta({ description: "With `-` before it, descending; unknown values come last either way." }),
};

/** What the lists take: those that stand in the order of the incidents also a sort. */
export const FILTER_PARAMETERS = z.object(FILTER);
export const LIST_PARAMETERS = z.object({ ...FILTER, ...PAGE });
export const SORTED_LIST_PARAMETERS = z.object({ ...FILTER, ...SORT, ...PAGE });
