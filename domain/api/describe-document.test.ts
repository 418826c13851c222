import { expect, it } from "vitest";
import messages from "../../messages/en.json";
import { sayFrom } from "../testing-say";
import { describeDocument } from "./describe-document";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

it("says of each address what it takes and gives, and of each schema what it consists of", () => {
  const document = {
    servers: [{ url: "/api/v1" }],
    paths: {
      "/things/{id}": {
        get: {
          operationId: "getThing",
          summary: "One thing",
          parameters: [
            { name: "id", required: true, schema: { type: "string", description: "Its id." } },
          ],
          responses: { "200": { content: { "application/json": { schema: ref("Thing") } } } },
        },
      },
    },
    components: {
      schemas: {
        Thing: {
          description: "A thing.",
          type: "object",
          required: ["kind", "date", "of"],
          properties: {
            kind: { type: "string", enum: ["a", "b"], description: "Which." },
            date: { anyOf: [ref("Date"), { type: "null" }] },
            of: {
              type: "array",
              items: {
                type: "object",
                required: ["count"],
                properties: { count: { type: "integer" } },
              },
            },
            note: { type: ["string", "null"] },
          },
        },
      },
    },
  };
  const field = (name: string, type: string, description = "", optional = false) => ({
    name,
    type,
    description,
    optional,
  });
  expect(describeDocument(document, sayFrom(messages))).toEqual({
    operations: [
      {
        path: "/api/v1/things/{id}",
        id: "getThing",
        summary: "One thing",
        parameters: [field("id", "text", "Its id.")],
        answer: "Thing",
      },
    ],
    schemas: [
      {
        name: "Thing",
        description: "A thing.",
        fields: [
          field("kind", "a · b", "Which."),
          field("date", "Date or null"),
          field("of", "list of object"),
          field("of.count", "whole number"),
          field("note", "text or null", "", true),
        ],
      },
    ],
  });
});
