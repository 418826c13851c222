import { isMappingField, mappingField } from "./mapping-fields";
import type { PlaceIndex } from "./place-index";
import { placesNamed } from "./row-places";
import { DATE_ORDERS, type TableMapping, tableMappingSchema } from "./table-mapping";

/** The meaning of a value that nobody has decided. */
export const UNDECIDED = "?";

/**
 * What the mapping form sends: `column.N.header|field|separator`, `value.N.field|cell|meaning|place`,
 * `default.FIELD`, `missing` with a value a line, `order`. A place that is typed by its name becomes its id where the
 * name is of one place alone; else it stays as it was typed, and the mapping is refused for it.
 */
export function readMappingForm(
  fields: ReadonlyMap<string, string>,
  places: PlaceIndex,
): TableMapping {
  const at = (name: string) => fields.get(name)?.trim() ?? "";
  const columns: TableMapping["columns"] = [];
  for (let n = 0; fields.has(`column.${n}.header`); n++) {
    const field = at(`column.${n}.field`);
    const takesList = isMappingField(field) && mappingField(field).list === true;
    columns.push({
      // As it stands: a header may begin with a space.
      header: fields.get(`column.${n}.header`) ?? "",
      field: field === "" ? null : field,
      separator: takesList ? at(`column.${n}.separator`).slice(0, 5) : "",
    });
  }
  const values: TableMapping["values"] = {};
  for (let n = 0; fields.has(`value.${n}.field`); n++) {
    const field = at(`value.${n}.field`);
    const typed = at(`value.${n}.place`);
    const meaning = typed === "" ? at(`value.${n}.meaning`) : placeId(field, typed, places);
    if (meaning === UNDECIDED) continue;
    values[field] = { ...values[field], [fields.get(`value.${n}.cell`) ?? ""]: meaning };
  }
  const defaults: TableMapping["defaults"] = {};
  for (const [name, text] of fields)
    if (name.startsWith("default.") && text.trim() !== "")
      defaults[name.slice("default.".length)] = text.trim();
  return tableMappingSchema.parse({
    columns,
    values,
    missing: at("missing")
      .split("\n")
      .map((line) => line.trim().slice(0, 200))
      .filter((line) => line !== "")
      .slice(0, 50),
    defaults,
    dateOrder: DATE_ORDERS.find((order) => order === at("order")) ?? null,
    guarded: at("guarded") === "yes",
  });
}

function placeId(field: string, typed: string, places: PlaceIndex): string {
  if (!isMappingField(field)) return typed;
  const found = placesNamed(places, field, typed);
  return found.length === 1 ? found[0]!.id : typed;
}
