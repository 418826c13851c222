import { EXPORT_FILES } from "../export-files";
import { exportRoute } from "../export-route";

export const { GET, HEAD } = exportRoute(EXPORT_FILES.ndjson);
