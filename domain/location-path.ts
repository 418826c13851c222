/** The address of a place's page; an id such as `CN-YN/kunming` keeps its slashes. */
export function locationPath(id: string): string {
  return `/locations/${id.split("/").map(encodeURIComponent).join("/")}`;
}
