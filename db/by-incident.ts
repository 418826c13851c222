/** The rows of each incident, in the order given. */
export function byIncident<Row extends { incidentId: string }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const known = found.get(row.incidentId);
    if (known) known.push(row);
    else found.set(row.incidentId, [row]);
  }
  return found;
}
