import type { IncidentRequest } from "../../../domain/incident-request";
import { readIncidentRequest } from "../../_server/read-incident-request";
import type { Reader } from "../../_server/reader";

/** Of an address of selected incidents, what belongs to the list: the rest says what is to be done with them. */
const OF_THE_LIST = ["ref", "review", "sort", "columns"];

/** The selected incidents of an address, as a request of a list that has no others, on one page. */
export async function readSelection({ store, actor }: Reader, params: URLSearchParams) {
  const asked = new URLSearchParams(
    [...params].filter(([name, value]) => OF_THE_LIST.includes(name) && value !== ""),
  );
  const { request, issues } = await readIncidentRequest(store, actor, asked);
  const whole: IncidentRequest = { ...request, page: { page: 1, size: 100 } };
  return { request: whole, issues };
}
