import { isUnknownCount } from "../count-range";
import { asGroups } from "./add-to-incident";
import type { Span } from "./evidence-of";
import type { People, Remark, When, Where } from "./happening";
import { closerDate, datesDiffer, figureOf, sameFigure, type ToldIncident } from "./incident-told";

export function addRemark(
  incidents: readonly ToldIncident[],
  focus: ToldIncident,
  { subject, parts, nationality, journey, date, sentence }: Remark,
): void {
  if (journey.length > 0 || date !== null) {
    addJourney(focus, journey, date, sentence);
    return;
  }
  if (!subject) {
    focus.groups[0]?.parts.push(
      ...asGroups(parts, []).filter((part) => !tooLarge(part, focus.groups[0]!)),
    );
    return;
  }
  const groups = [focus, ...incidents.toReversed()].flatMap((incident) => incident.groups);
  const group =
    groups.find(
      ({ count, role }) =>
        sameFigure(count, subject.count) && (subject.role === null || role === subject.role),
    ) ??
    (isUnknownCount(subject.count)
      ? groups.find(({ role }) =>
          subject.role === null && !subject.pronoun
            ? true
            : role === subject.role || subject.pronoun,
        )
      : undefined);
  if (!group) return;
  if (nationality !== null) {
    group.nationality = nationality;
    group.more.push(subject);
  }
  group.parts.push(...asGroups(parts, []).filter((part) => !tooLarge(part, group)));
}

function tooLarge(part: People, group: People): boolean {
  const [some, all] = [figureOf(part.count), figureOf(group.count)];
  return some !== null && all !== null && some > all;
}

/** Of those told of last, if they were sent back or moved. */
function addJourney(
  focus: ToldIncident,
  journey: Where[],
  date: When | null,
  sentence: Span,
): void {
  const [first] = focus.told;
  if (!first || focus.modality !== "reported" || !/^(?:deportation|transfer)$/.test(focus.type))
    return;
  if (date && !datesDiffer(focus.date, date)) focus.date = closerDate(focus.date, date);
  focus.places.push(...journey);
  focus.told.push({ ...first, sentence, people: [], places: [], parts: [], speakers: [] });
}
