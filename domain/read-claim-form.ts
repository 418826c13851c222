import { isUnknownCount } from "./count-range";
import {
  displayed,
  type Reading,
  readCodeAt,
  readCountAt,
  readDateAt,
  readPlaceAt,
  refuse,
  sourceAt,
} from "./form-reading";
import type { Claim } from "./incident";
import { blankClaim, type ClaimForm, isUntouched } from "./incident-form";
import { claimValueText } from "./incident-form-of";
import type { PartialDate } from "./partial-date";
import {
  ASSESSMENTS,
  CLAIM_FIELDS,
  CLAIM_SCOPES,
  CREDIBILITIES,
  MODALITIES,
  PLACE_ROLES,
  STATUSES,
} from "./vocabulary";

/**
 * The claims of a form that stand by themselves. A row in which nothing is typed is passed over; one that was there
 * before keeps its id, and its value where neither the text nor the source was touched.
 */
export function readClaimForms(reading: Reading, forms: readonly ClaimForm[]): void {
  const kept = new Map(reading.before?.claims.map((claim) => [claim.id, claim]));
  forms.forEach((form, index) => {
    const before = kept.get(form.key);
    const blank = blankClaim("", form.field, form.source);
    if (before || !isUntouched(form, blank, ["group", "event"]))
      readClaimForm(reading, `claims.${index}`, form, before);
  });
}

function readClaimForm(
  reading: Reading,
  path: string,
  form: ClaimForm,
  before: Claim | undefined,
): void {
  const at = `claims.${reading.claims.length}`;
  reading.origins.set(at, path);
  for (const field of ["scopeText", "statement", "quote", "locator", "credibility"])
    reading.origins.set(`${at}.${field}`, `${path}.${field}`);
  for (const value of ["count", "date", "place", "modality", "status"])
    reading.origins.set(`${at}.${value}`, `${path}.value`);
  reading.origins.set(`${at}.sourceId`, `${path}.source`);
  reading.origins.set(`${at}.groupId`, `${path}.group`);
  reading.origins.set(`${at}.eventId`, `${path}.event`);

  if (form.source === "") refuse(reading, `${path}.source`, "claim.source_missing");
  const source = form.source === "" ? null : sourceAt(reading, `${path}.source`, form.source);
  const field = readCodeAt(reading, `${path}.field`, form.field, CLAIM_FIELDS);
  const none = { count: null, date: null, place: null, modality: null, status: null };
  reading.claims.push({
    id: before?.id ?? reading.newId(),
    sourceId: source?.id ?? form.source,
    groupId: targetAt(reading, `${path}.group`, form.group, reading.groupIds, "group.unknown"),
    eventId: targetAt(reading, `${path}.event`, form.event, reading.eventIds, "event.unknown"),
    field,
    ...none,
    ...(before && isSameValue(before, form, source?.id)
      ? valuesOf(before)
      : readValue(reading, path, form, field, source?.published ?? null)),
    scope: readCodeAt(reading, `${path}.scope`, form.scope, CLAIM_SCOPES),
    scopeText: form.scopeText,
    statement: form.statement,
    quote: form.quote,
    locator: form.locator,
    credibility: credibilityAt(reading, `${path}.credibility`, form.credibility),
    assessment: readCodeAt(reading, `${path}.assessment`, form.assessment, ASSESSMENTS),
    acknowledged: form.acknowledged === "on",
  });
}

type Value = Pick<Claim, "count" | "date" | "place" | "modality" | "status">;

function valuesOf({ count, date, place, modality, status }: Claim): Value {
  return { count, date, place, modality, status };
}

/** A place is compared by what its name means, in `readValue`. */
function isSameValue(before: Claim, form: ClaimForm, sourceId: string | undefined): boolean {
  return (
    before.field === form.field &&
    before.field !== "place" &&
    before.sourceId === sourceId &&
    claimValueText(before, () => "") === form.value
  );
}

function readValue(
  reading: Reading,
  path: string,
  form: ClaimForm,
  field: Claim["field"],
  published: PartialDate | null,
): Partial<Value> {
  const at = `${path}.value`;
  const text = form.value;
  if (field === "statement") return {};
  if (text.trim() === "") {
    refuse(reading, at, "claim.value_missing");
    return {};
  }
  if (field === "modality") return { modality: readCodeAt(reading, at, text, MODALITIES) };
  if (field === "status") return { status: readCodeAt(reading, at, text, STATUSES) };
  const known = reading.issues.length;
  const missing = (code: string) => {
    if (reading.issues.length === known) refuse(reading, at, code, { value: displayed(text) });
    return {};
  };
  if (field === "count") {
    const count = readCountAt(reading, at, text);
    return isUnknownCount(count) ? missing("count.no_number") : { count };
  }
  if (field === "date") {
    const date = readDateAt(reading, at, text, published);
    return date === null ? missing("claim.value_missing") : { date };
  }
  const locationId = readPlaceAt(reading, at, text);
  const role = readCodeAt(reading, `${path}.role`, form.role, PLACE_ROLES);
  return locationId === null ? {} : { place: { role, locationId } };
}

function targetAt(
  reading: Reading,
  path: string,
  key: string,
  ids: ReadonlyMap<string, string>,
  code: string,
): string | null {
  if (key === "") return null;
  const id = ids.get(key);
  if (id === undefined) refuse(reading, path, code);
  return id ?? null;
}

function credibilityAt(reading: Reading, path: string, text: string): Claim["credibility"] {
  if (text === "") return null;
  const code = CREDIBILITIES.find((known) => String(known) === text);
  if (code === undefined)
    refuse(reading, path, "value.not_in_list", {
      value: displayed(text),
      allowed: CREDIBILITIES.join(", "),
    });
  return code ?? null;
}
