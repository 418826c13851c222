import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Location } from "../domain/location";
import { LocationKindText } from "./ui/location-kind-text";

const ORIGINS = ["cldr", "natural_earth", "geonames", "project"];

/** What the gazetteer knows of a place, and where it knows it from. */
export function LocationFacts({ location }: { location: Location }) {
  const t = useTranslations("locations.facts");
  const { nameEn, nameKo, nameZh, aliases, note, origin } = location;
  return (
    <dl className="facts">
      <Fact label={t("english")}>
        <span lang="en">{nameEn}</span>
      </Fact>
      {nameKo !== null && (
        <Fact label={t("korean")}>
          <span lang="ko">{nameKo}</span>
        </Fact>
      )}
      {nameZh !== null && (
        <Fact label={t("chinese")}>
          <span lang="zh">{nameZh}</span>
        </Fact>
      )}
      {aliases.length > 0 && (
        <Fact label={t("aliases")}>
          {aliases.map((name, at) => (
            <span key={name}>
              {at > 0 && " · "}
              <span lang={scriptOf(name)}>{name}</span>
            </span>
          ))}
        </Fact>
      )}
      <Fact label={t("kind")}>
        <LocationKindText {...location} />
      </Fact>
      <Where location={location} />
      {note !== "" && (
        <Fact label={t("note")}>
          <span className="prose">{note}</span>
        </Fact>
      )}
      <Fact label={t("origin")}>
        {ORIGINS.includes(origin)
          ? t.rich(`origins.${origin}`, {
              geonames: (text) => <a href="https://www.geonames.org/">{text}</a>,
              licence: (text) => (
                <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
                  {text}
                </a>
              ),
            })
          : origin}
      </Fact>
      <Fact label={t("id")}>{location.id}</Fact>
    </dl>
  );
}

/** Coordinates are those of the place; the caveat keeps them from being taken for where something happened. */
function Where({ location: { lat, lon, kind, wherePrecision } }: { location: Location }) {
  const t = useTranslations();
  return (
    <>
      {wherePrecision !== null && (
        <Fact label={t("locations.facts.precision")}>
          {t(`vocabulary.wherePrecision.${wherePrecision}`)}
        </Fact>
      )}
      <Fact label={t("locations.facts.coordinates")}>
        {lat === null || lon === null ? (
          <span className="muted">{t("common.unknown")}</span>
        ) : (
          <>
            {t("locations.facts.latLon", {
              lat: Math.abs(lat),
              lon: Math.abs(lon),
              north: lat < 0 ? "south" : "north",
              east: lon < 0 ? "west" : "east",
            })}
            <span className="muted small block">{t(`locations.facts.caveat.${kind}`)}</span>
          </>
        )}
      </Fact>
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

/** An alias does not say its language; its script tells enough to choose a font and a voice. */
function scriptOf(name: string): string | undefined {
  if (/\p{Script=Hangul}/u.test(name)) return "ko";
  return /\p{Script=Han}/u.test(name) ? "zh" : undefined;
}
