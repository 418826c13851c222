import type { Say } from "../say";

/** One parameter or one part of an answer, as a line of a table. Parts of parts have dotted names. */
export type DescribedField = { name: string; type: string; description: string; optional: boolean };

/** A thing that answers consist of. */
export type DescribedSchema = { name: string; description: string; fields: DescribedField[] };

/** One address of an API. `answer`: the schema of what it gives. */
export type DescribedOperation = {
  path: string;
  id: string;
  summary: string;
  parameters: DescribedField[];
  answer: string;
};

/** Of a document of OpenAPI 3.1, what is read here. */
export type Document = {
  servers?: { url: string }[];
  paths?: Record<string, { get?: unknown }>;
  components?: { schemas?: Record<string, unknown> };
};

type Schema = {
  $ref?: string;
  type?: string | string[];
  description?: string;
  enum?: (string | number | null)[];
  const?: string | number;
  anyOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
};
type Operation = {
  operationId: string;
  summary: string;
  parameters?: { name: string; description?: string; required?: boolean; schema: Schema }[];
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
};

/** A document as tables for people: its addresses, and the schemas that their answers consist of. */
export function describeDocument(
  { servers, paths = {}, components }: Document,
  say: Say,
): { operations: DescribedOperation[]; schemas: DescribedSchema[] } {
  const base = servers?.[0]?.url ?? "";
  const operations = Object.entries(paths).map(([path, { get }]) => {
    const { operationId, summary, parameters = [], responses } = get as Operation;
    const [content] = Object.values(responses["200"]?.content ?? {});
    return {
      path: base + path,
      id: operationId,
      summary,
      parameters: parameters.map(({ name, description, required, schema }) => ({
        name,
        type: typeOf(schema, say),
        description: description ?? schema.description ?? "",
        optional: required !== true,
      })),
      answer: content ? typeOf(content.schema, say) : "",
    };
  });
  const schemas = Object.entries(components?.schemas ?? {}).map(([name, schema]) => ({
    name,
    description: (schema as Schema).description ?? "",
    fields: fieldsOf(schema as Schema, say),
  }));
  return { operations, schemas };
}

function fieldsOf(schema: Schema, say: Say, prefix = ""): DescribedField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, part]) => {
    const name = prefix + key;
    const inner = part.items?.properties ? part.items : part;
    const field = {
      name,
      type: typeOf(part, say),
      description: part.description ?? part.allOf?.[0]?.description ?? "",
      optional: schema.required?.includes(key) !== true,
    };
    return [field, ...(part.$ref ? [] : fieldsOf(inner, say, `${name}.`))];
  });
}

function typeOf(schema: Schema, say: Say): string {
  if (schema.$ref) return schema.$ref.split("/").at(-1)!;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) {
    const type = schema.enum.filter((one) => one !== null).join(" · ");
    return schema.enum.includes(null) ? say("api.type.orNull", { type }) : type;
  }
  const choices = schema.anyOf ?? schema.allOf;
  if (choices) {
    const known = choices.filter(({ type }) => type !== "null").map((one) => typeOf(one, say));
    const type = known.join(" · ");
    return known.length < choices.length ? say("api.type.orNull", { type }) : type;
  }
  if (schema.type === "array")
    return say("api.type.list", { type: schema.items ? typeOf(schema.items, say) : "" });
  const types = [schema.type ?? "any"].flat();
  const known = types.filter((type) => type !== "null");
  const type = known.map((one) => say(`api.type.${KNOWN.includes(one) ? one : "any"}`)).join(" · ");
  return known.length < types.length ? say("api.type.orNull", { type }) : type;
}

const KNOWN = ["string", "integer", "number", "boolean", "object"];
