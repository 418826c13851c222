import { z } from "zod";

const CODE = "[23456789ABCDEFGHJKMNPQRSTVWXYZ]{6}";

export const incidentReference = z
  .string()
  .regex(new RegExp(`^INC-${CODE}$`))
  .meta({
    id: "IncidentReference",
    description: "Permanent, never reused.",
    example: "INC-5T8VNK",
  });

export const sourceReference = z
  .string()
  .regex(new RegExp(`^SRC-${CODE}$`))
  .meta({ id: "SourceReference", description: "Permanent, never reused.", example: "SRC-7K2MHD" });
