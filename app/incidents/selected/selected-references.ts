import { z } from "zod";
import { MAX_VALUES } from "../../../domain/filter-field";
import { readReference } from "../../../domain/reference";

/** The references of selected incidents as a form sends them, with a space between. Issues: `selection.none`, `value.too_many`. */
export const selectedReferences = z
  .string()
  .transform((text) => text.split(/\s+/).flatMap((one) => readReference("INC", one) ?? []))
  .pipe(
    z
      .array(z.string())
      .max(MAX_VALUES)
      .refine((refs) => refs.length > 0, { params: { code: "selection.none" } }),
  );

/** The same with the version of each as it was shown, "INC-5T8VNK:3". Issues: those, and `value.wrong_type`. */
export const selectedVersions = z.string().transform((text, context) => {
  const shown = text.split(/\s+/).filter((one) => one !== "");
  return shown.flatMap((one) => {
    const [, ref, version] = /^(INC-\w{6}):(\d{1,9})$/.exec(one) ?? [];
    const read = readReference("INC", ref ?? "");
    if (read !== null) return [{ ref: read, version: Number(version) }];
    context.addIssue({ code: "custom", params: { code: "value.wrong_type" } });
    return [];
  });
});
