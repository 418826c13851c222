import { z } from "zod";
import { readIncidentAddress } from "../../domain/incident-address";
import { shown } from "../../domain/issue";

/** The reference of an incident as a form sends it. Issue: `reference.not_an_incident`. */
export const incidentReference = z.string().transform((typed, context) => {
  const ref = readIncidentAddress(typed);
  if (ref !== null) return ref;
  const params = { code: "reference.not_an_incident", values: { value: shown(typed) } };
  context.addIssue({ code: "custom", params });
  return z.NEVER;
});
