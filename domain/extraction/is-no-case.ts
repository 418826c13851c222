import type { Happening } from "./happening";
import { counted, figureOf, type ToldIncident } from "./incident-told";

/** "will expel two million foreigners": a plan of a government, and nobody's case. */
export function isPolicy({ modality, people }: Happening): boolean {
  return (
    modality === "anticipated" &&
    people.some(({ counted: figure, count }) => figure && (figureOf(count) ?? 0) >= POLICY_SIZE)
  );
}

/** "Twenty were freed, and three have crossed into Lithuania": of their own will. */
export function isOwnWay(known: ToldIncident | null, { doubts, people }: Happening): boolean {
  if (known?.type !== "release" || !doubts.includes("whether_forced")) return false;
  const most = Math.max(0, ...counted(known.groups).map(({ count }) => figureOf(count) ?? 0));
  return people.every(({ count, definite }) => definite || (figureOf(count) ?? 0) < most);
}

/** "protests in which more than 35,000 were arrested": history, without a day or a place. */
export const isStatistic = ({ type, date, places, people }: Happening) =>
  type === "arrest" &&
  tellsNothing({ date, places }) &&
  people.some(({ counted: figure, count }) => figure && (figureOf(count) ?? 0) >= POLICY_SIZE);

const POLICY_SIZE = 10_000;

export const isVague = ({ type, people, date, places }: Happening) =>
  type === "transfer" &&
  tellsNothing({ date, places }) &&
  people.length > 0 &&
  people.every(
    ({ counted: figure, ageBand, sex }) => !figure && (ageBand !== null || sex !== null),
  );

export const tellsNothing = ({ date, places }: Pick<Happening, "date" | "places">) =>
  date === null && places.every(({ subdivision }) => subdivision === null);
