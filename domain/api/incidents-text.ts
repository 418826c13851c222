import type { IncidentDetail } from "../incident-detail";
import type { Say } from "../say";
import type { ApiSource } from "./api-source";
import { cslItem } from "./csl-item";
import { incidentFeature } from "./incident-feature";
import { toApiIncident } from "./to-api-incident";

type Batches<T> = AsyncIterable<readonly T[]>;
type Chunks = AsyncGenerator<string, void, undefined>;

/** `{ query, incidents }`, one incident a line. `query`: the filter as an address writes it; `today`: UTC. */
export function incidentsJson(
  batches: Batches<IncidentDetail>,
  { query, today }: { query: string; today: string },
): Chunks {
  const head = `{"query":${JSON.stringify(query)},"incidents":[\n`;
  return listText(batches, [head, "\n]}\n"], (one) => toApiIncident(one, today));
}

/** One incident a line, each as `toApiIncident` gives it. */
export async function* incidentsNdjson(
  batches: Batches<IncidentDetail>,
  { today }: { today: string },
): Chunks {
  for await (const batch of batches)
    yield batch.map((one) => `${JSON.stringify(toApiIncident(one, today))}\n`).join("");
}

/** A collection of features, RFC 7946, one a line. */
export function incidentsGeojson(
  batches: Batches<IncidentDetail>,
  context: { say: Say; today: string },
): Chunks {
  const head = '{"type":"FeatureCollection","features":[\n';
  return listText(batches, [head, "\n]}\n"], (one) => incidentFeature(one, context));
}

/** CSL-JSON, one source a line. */
export function sourcesCsl(batches: Batches<ApiSource>): Chunks {
  return listText(batches, ["[\n", "\n]\n"], cslItem);
}

async function* listText<T>(
  batches: Batches<T>,
  [head, tail]: [string, string],
  toItem: (one: T) => unknown,
): Chunks {
  let before = head;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield before + batch.map((one) => JSON.stringify(toItem(one))).join(",\n");
    before = ",\n";
  }
  yield before === head ? head + tail : tail;
}
