import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { mapRows } from "../domain/map-row";
import { noFigures } from "../domain/province-map";
import messages from "../messages/en.json";
import { MapAreaTable } from "./map-area-table";
import { MapPlaceTables } from "./map-place-tables";
import { MapTable } from "./map-table";

it("numbers of the map's tables have their thousands apart", () => {
  const places = { "CN-JL": { name: "Jilin", lat: null, lon: null, countryId: "CN" } };
  const provinces = new Map([["CN-JL", { ...noFigures(), incidents: 1602 }]]);
  const sort = { key: "incidents", descending: true } as const;
  const sortHrefs = { name: "", country: "", incidents: "", low: "", best: "", high: "" };
  const country = { id: "CN", name: "China", incidents: 1602, people: noFigures().persons };
  const flow = { from: "CN", to: "KP", modality: "reported", incidents: 1602 } as const;
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <MapTable
        hrefs={{}}
        rows={mapRows({ provinces, places }, sort)}
        sort={sort}
        sortHrefs={sortHrefs}
      />
      <MapAreaTable messages="map.national" rows={[{ ...country, href: null }]} />
      <MapAreaTable messages="map.national" rows={[{ ...country, href: "/incidents" }]} />
      <MapPlaceTables
        moveHrefs={{ "CN>KP>reported": null }}
        townHrefs={{ town: "/incidents" }}
        view={{ localities: new Map([["town", 1602]]), flows: [flow], places }}
      />
    </NextIntlClientProvider>,
  );
  expect(markup.match(/1,602/g)).toHaveLength(5);
  expect(markup).not.toContain("1602");
});
