import type { Person } from "../domain/review-view";
import type { FormAction } from "./form-state";

/** What a comment on a claim of the incident is sent to, who can be mentioned, and the claim whose box is open from the start. */
export type Discuss = {
  action: FormAction;
  incident: string;
  people: readonly Person[];
  openClaim: string | null;
};
