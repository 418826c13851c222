/** The column in which the field of a record stands, as an issue names it: `low` for the low of a count. */
export function columnOfPath(path: readonly string[]): string {
  const [field = "", part] = path;
  if (field === "count") return part ?? "low";
  if (field === "date" || field === "published") return `${field}_${part ?? "earliest"}`;
  if (field === "place") return part === "role" ? "place_role" : "location";
  return RENAMED[field] ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const RENAMED: Readonly<Record<string, string>> = {
  sourceId: "source",
  groupId: "group",
  eventId: "event",
  locationId: "location",
  parentId: "parent",
  countryId: "country",
  provinceId: "province",
};
