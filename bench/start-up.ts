import { openStore } from "../db/client";
import { listIncidents } from "../db/queries/list-incidents";
import { parseIncidentFilter } from "../domain/incident-filter";
import { FIRST_PAGE } from "../domain/incident-page";
import { DEFAULT_SORT } from "../domain/incident-sort";

// A program of its own: what it takes from nothing to the first answer, and the memory it has then.
const store = await openStore(process.argv[2]!);
const { filter } = parseIncidentFilter(new URLSearchParams());
const actor = { id: "bench", role: "admin" } as const;
await listIncidents(store, actor, { filter, sort: DEFAULT_SORT, page: FIRST_PAGE });
const ms = performance.now();
console.log(JSON.stringify({ ms, mb: process.memoryUsage().rss / 2 ** 20 }));
await store.close();
