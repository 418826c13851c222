import { isUnknownCount } from "../count-range";
import type { Happening, Introduction } from "./happening";
import { figureOf, sameFigure, type ToldIncident } from "./incident-told";

/** The happening with the people that the sentence right before it spoke of, where its pronoun means them. */
export function introducedIn(
  introduction: Introduction | null,
  happening: Happening,
  incidents: readonly ToldIncident[],
): Happening {
  const [pointing] = happening.people;
  if (!introduction || !pointing?.definite || happening.people.length > 1) return happening;
  const gap = happening.sentence.start - introduction.sentence.end;
  if (gap < 0 || gap > NEAR || !isUnknownCount(pointing.count)) return happening;
  const one = (figure: number | null) => figure === 1;
  const meant = introduction.introduced.find(
    ({ count, nationality }) =>
      one(figureOf(count)) === pointing.single &&
      (pointing.nationality === null || nationality === pointing.nationality),
  );
  if (!meant || !(pointing.pronoun || pointing.single)) return happening;
  const known = incidents.some(({ groups }) =>
    groups.some(({ count }) => sameFigure(count, meant.count)),
  );
  if (known && !pointing.single) return happening;
  return { ...happening, retelling: false, people: [meant] };
}

/** Characters between two sentences of one paragraph or of two. */
const NEAR = 4;
