import type { SourceKind } from "../vocabulary";
import type { ApiDate } from "./api-date";
import type { ApiSource } from "./api-source";

type DateParts = [number, number?, number?];

/** A date of CSL. `circa`: it says less than is known, or what it says is not certain. */
export type CslDate = { "date-parts": DateParts[]; circa?: true } | { literal: string };

/** A source as CSL-JSON has it (schema 1.0.2); what the source does not give is absent, never invented. */
export type CslItem = {
  id: string;
  "citation-key": string;
  type: string;
  title?: string;
  "container-title"?: string;
  publisher?: string;
  URL?: string;
  language?: string;
  issued?: CslDate;
  accessed?: CslDate;
  /** What CSL has no field for, as the ledger names it. */
  custom: Pick<
    ApiSource,
    "kind" | "published" | "reliability" | "access" | "licence" | "archived_url" | "derived_from"
  >;
};

const TYPES: Record<SourceKind, string> = {
  news: "article-newspaper",
  government: "report",
  authority: "report",
  ngo: "report",
  un: "report",
  court_record: "legal_case",
  testimony: "document",
  interview: "interview",
  social_media: "post",
  dataset: "dataset",
  other: "document",
};

/** A restricted source is what its reader may know of it: where nothing is, only its reference. */
export function cslItem(source: ApiSource): CslItem {
  const { reference, kind, publisher, title, url, language, published, accessed } = source;
  const type = TYPES[kind];
  const isNews = type === "article-newspaper";
  return {
    id: reference,
    "citation-key": reference,
    type,
    ...(title && { title }),
    ...(publisher && (isNews ? { "container-title": publisher } : { publisher })),
    ...(url && { URL: url }),
    ...(language && { language }),
    ...(published && issuedIn(published)),
    ...(accessed && { accessed: { "date-parts": [partsOf(accessed)] } }),
    custom: {
      kind,
      published,
      reliability: source.reliability,
      access: source.access,
      licence: source.licence,
      archived_url: source.archived_url,
      derived_from: source.derived_from,
    },
  };
}

/** The parts that all the days have in common; two years where they have none. */
function issuedIn({ earliest, latest, basis, edtf }: ApiDate): { issued?: CslDate } {
  if (earliest === null && latest === null) return {};
  if (earliest === null || latest === null) return { issued: { literal: edtf } };
  const [first, last] = [partsOf(earliest), partsOf(latest)];
  const isDay = earliest === latest;
  const differs = first.findIndex((part, at) => part !== last[at]);
  const common = (isDay ? first : first.slice(0, differs)) as DateParts;
  const isWhole = isDay || edtf === earliest.slice(0, 7) || edtf === earliest.slice(0, 4);
  const parts: DateParts[] = differs === 0 ? [[first[0]], [last[0]]] : [common];
  const isExact = isWhole && basis === "stated";
  return { issued: { "date-parts": parts, ...(!isExact && { circa: true as const }) } };
}

function partsOf(day: string): [number, number, number] {
  const [year, month, date] = day.split("-").map(Number);
  return [year!, month!, date!];
}
