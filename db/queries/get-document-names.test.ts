import { beforeAll, expect, it } from "vitest";
import { aClaim, aDocument, aGroup, anEvent, days } from "../../domain/testing-documents";
import { addSource } from "../commands/add-source";
import { onBothEngines } from "../testing";
import { aWrittenSource } from "../testing-tables";
import { getDocumentNames } from "./get-document-names";

onBothEngines(
  "the names of what versions of an incident speak of",
  (store) => {
    const actor = { id: "test", role: "admin" } as const;
    let source: { id: string; ref: string };
    beforeAll(async () => {
      const published = days("2014-07-23", "2014-07-23");
      const written = aWrittenSource({ publisher: "Morning Paper", title: "Held", published });
      source = await addSource(store(), { source: written }, actor);
    });

    it("are those of all the documents' sources and places, countries of groups included", async () => {
      const older = aDocument({
        groups: [aGroup("g", { nationality: "KP" })],
        claims: [aClaim("a", source.id)],
      });
      const newer = aDocument({
        events: [anEvent("e", { places: [{ role: "at", locationId: "CN-YN/kunming" }] })],
        claims: [
          aClaim("b", "gone", { field: "place", place: { role: "to", locationId: "CN-JL" } }),
          aClaim("c", source.id, { field: "place", place: { role: "to", locationId: "XX" } }),
        ],
      });
      expect(await getDocumentNames(store(), actor, [older, newer])).toEqual({
        sources: {
          [source.id]: {
            ref: source.ref,
            publisher: "Morning Paper",
            title: "Held",
            published: expect.objectContaining({ earliest: "2014-07-23", latest: "2014-07-23" }),
          },
        },
        places: { KP: "North Korea", "CN-YN/kunming": "Kunming", "CN-JL": "Jilin" },
      });
    });

    it("are none for no documents, and nobody's who may not read", async () => {
      expect(await getDocumentNames(store(), actor, [])).toEqual({ sources: {}, places: {} });
      const visitor = { id: "", role: "public" } as const;
      await expect(getDocumentNames(store(), visitor, [])).rejects.toThrow("not_allowed");
    });
  },
  { gazetteer: true },
);
