import { expect, it } from "vitest";
import type { Source } from "../source";
import { aClaim, aDocument, aGroup, anEvent, days } from "../testing-documents";
import { incidentTexts, sourceTexts } from "./free-texts";
import { personalDataIn } from "./personal-data-in";

const PHONE = "010-0000-4821";

it("finds a number in every free text of an incident, and says in which", () => {
  const document = aDocument({
    title: PHONE,
    summary: PHONE,
    groups: [aGroup("g1"), aGroup("g2", { label: PHONE })],
    events: [anEvent("e1", { description: PHONE, date: { ...days(null, null), text: PHONE } })],
    claims: [
      aClaim("c1", "s1"),
      aClaim("c2", "s1", {
        date: { ...days(null, null), text: PHONE },
        scopeText: PHONE,
        statement: PHONE,
        quote: PHONE,
        locator: PHONE,
      }),
    ],
  });
  expect(personalDataIn(incidentTexts(document)).map(({ path }) => path)).toEqual([
    "title",
    "summary",
    "groups.1.label",
    "events.0.description",
    "events.0.date.text",
    "claims.1.date.text",
    "claims.1.scopeText",
    "claims.1.statement",
    "claims.1.quote",
    "claims.1.locator",
  ]);
});

const source: Source = {
  kind: "news",
  publisher: "Stephen Kim",
  title: `Call ${PHONE}`,
  url: "https://t.me/invented_channel_77",
  language: "en",
  published: { ...days(null, null), text: "born on 5 March 1988" },
  accessed: null,
  archivedUrl: "",
  storedText: `Stephen Kim, ${PHONE}`,
  licence: "by permission of l.holder@example.org",
  quotable: false,
  derivedFrom: [],
  reliability: "C",
  access: "restricted",
};

it("finds numbers, contacts and names in a source, but no names in its stored text", () => {
  const found = personalDataIn(sourceTexts(source)).map(
    ({ path, mark }) => `${path}: ${mark.kind}`,
  );
  expect(found).toEqual([
    "publisher: name",
    "title: phone",
    "url: handle",
    "licence: email",
    "published.text: birth_date",
    "storedText: phone",
  ]);
});

it("lets a channel be a source: its account may be kept there, and nowhere else", () => {
  const channel = { ...source, publisher: "@invented_channel_77", licence: "@invented_channel_77" };
  const severities = personalDataIn(sourceTexts(channel)).flatMap(({ path, mark }) =>
    mark.kind === "handle" ? [`${path}: ${mark.severity}`] : [],
  );
  expect(severities).toEqual(["publisher: warn", "url: warn", "licence: block"]);
});

it("leaves publishers alone that are known as such", () => {
  const options = { notNames: new Set(["stephen kim"]) };
  expect(personalDataIn(sourceTexts(source), options)[0]?.path).toBe("title");
});
