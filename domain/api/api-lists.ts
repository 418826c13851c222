import { z } from "zod";
import { apiClaimSchema } from "./api-claim";
import { apiEventSchema } from "./api-event";
import { apiGroupSchema } from "./api-group";
import { apiIncidentSchema } from "./api-incident";
import { apiLocationSchema } from "./api-location";
import { apiPageSchema } from "./api-page";
import { apiSourceSchema } from "./api-source";
import { incidentReference } from "./references";

const ofIncident = { incident: incidentReference };
const counted = {
  incidents: z.int().meta({ description: "How many of the incidents found name it." }),
};

export const incidentPageSchema = apiPageSchema(apiIncidentSchema, "Incident");
export const groupPageSchema = apiPageSchema(
  apiGroupSchema.extend(ofIncident).meta({ id: "ListedGroup" }),
  "Group",
);
export const eventPageSchema = apiPageSchema(
  apiEventSchema.extend(ofIncident).meta({ id: "ListedEvent" }),
  "Event",
);
export const claimPageSchema = apiPageSchema(
  apiClaimSchema.extend(ofIncident).meta({ id: "ListedClaim" }),
  "Claim",
);
export const sourcePageSchema = apiPageSchema(
  apiSourceSchema.extend(counted).meta({ id: "ListedSource" }),
  "Source",
);
export const locationPageSchema = apiPageSchema(
  apiLocationSchema.extend(counted).meta({ id: "ListedLocation" }),
  "Location",
);
