import { type CountRange, isUnknownCount, unknownCount } from "./count-range";
import {
  addCitedClaim,
  type Reading,
  readCiteAt,
  readCodeAt,
  readCountAt,
  readOptionalCodeAt,
  refuse,
} from "./form-reading";
import type { Group } from "./incident";
import type { GroupForm } from "./incident-form";
import { AGE_BANDS, CIRCUMSTANCES, ROLES, SEXES, UNITS } from "./vocabulary";

/** A group as it was typed, with its count as typed: a cited count is a claim and not the editor's own. */
export function readGroupForm(
  reading: Reading,
  path: string,
  form: GroupForm,
): { group: Group; typed: CountRange } {
  const id = reading.groupIds.get(form.key) ?? form.key;
  const typed = readCountAt(reading, `${path}.count`, form.count);
  const cited = readCiteAt(reading, `${path}.cite`, form.cite);
  if (cited) {
    const about = { groupId: id, eventId: null };
    if (!isUnknownCount(typed))
      addCitedClaim(reading, `${path}.count`, cited, { ...about, field: "count", count: typed });
    else {
      const at = `claims.${reading.claims.length}.statement`;
      addCitedClaim(reading, `${path}.count`, cited, {
        ...about,
        field: "statement",
        statement: cited.statement || form.count,
      });
      if (cited.statement === "") reading.origins.set(at, `${path}.count`);
    }
  }
  const partOf = form.partOf === "" ? null : (reading.groupIds.get(form.partOf) ?? null);
  if (form.partOf !== "" && partOf === null) refuse(reading, `${path}.partOf`, "group.unknown");
  const group = {
    id,
    role: readCodeAt(reading, `${path}.role`, form.role, ROLES),
    nationality: form.nationality === "" ? null : form.nationality,
    unit: readCodeAt(reading, `${path}.unit`, form.unit, UNITS),
    count: cited ? unknownCount : typed,
    partOf,
    ageBand: readOptionalCodeAt(reading, `${path}.ageBand`, form.ageBand, AGE_BANDS),
    sex: readOptionalCodeAt(reading, `${path}.sex`, form.sex, SEXES),
    circumstances: [...new Set(form.circumstances)].map((code) =>
      readCodeAt(reading, `${path}.circumstances`, code, CIRCUMSTANCES),
    ),
    label: form.label,
  };
  return { group, typed };
}
