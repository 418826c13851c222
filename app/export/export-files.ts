import { sourcesBibtex } from "../../adapters/bibtex-writer";
import { exportIncidentDetails } from "../../db/queries/export-incident-details";
import { exportSources } from "../../db/queries/export-sources";
import {
  incidentsGeojson,
  incidentsJson,
  incidentsNdjson,
  sourcesCsl,
} from "../../domain/api/incidents-text";
import type { ExportFile } from "./export-response";

/** The files of a filter that are made for programs, by what stands in their addresses. */
export const EXPORT_FILES = {
  json: {
    name: "incidents",
    ending: "json",
    text: (store, actor, request, context) =>
      incidentsJson(exportIncidentDetails(store, actor, request), context),
  },
  ndjson: {
    name: "incidents",
    ending: "ndjson",
    text: (store, actor, request, context) =>
      incidentsNdjson(exportIncidentDetails(store, actor, request), context),
  },
  geojson: {
    name: "incidents",
    ending: "geojson",
    text: (store, actor, request, context) =>
      incidentsGeojson(exportIncidentDetails(store, actor, request), context),
  },
  csl: {
    name: "sources",
    ending: "csl.json",
    text: (store, actor, request) => sourcesCsl(exportSources(store, actor, request)),
  },
  bibtex: {
    name: "sources",
    ending: "bib",
    text: (store, actor, request) => sourcesBibtex(exportSources(store, actor, request)),
  },
} as const satisfies Record<string, ExportFile>;
