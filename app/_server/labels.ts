import type { KnownSourceLabel } from "../../components/form/typed-form";
import type { KnownSource } from "../../domain/form-reading";
import type { Location } from "../../domain/location";
import type { NamedSource } from "../../domain/source-row";

/** The written form of a place, "Kunming, Yunnan, China"; its id where it is not among those given. */
export function placeLabel(locations: Readonly<Record<string, Location>>, id: string): string {
  const path: string[] = [];
  for (let at = locations[id]; at; at = locations[at.parentId ?? ""]) path.push(at.nameEn);
  return path.join(", ") || id;
}

/** What a form calls sources of the ledger, by reference. */
export function sourceLabels(
  sources: readonly (NamedSource & Pick<KnownSource, "published">)[],
): Record<string, KnownSourceLabel> {
  return Object.fromEntries(
    sources.map(({ ref, publisher, title, published }) => [
      ref,
      { label: [publisher, title].filter(Boolean).join(", ") || ref, published },
    ]),
  );
}
