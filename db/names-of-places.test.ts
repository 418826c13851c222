import { beforeAll, expect, it } from "vitest";
import { parseIncidentFilter } from "../domain/incident-filter";
import { DEFAULT_SORT } from "../domain/incident-sort";
import { aDocument, anEvent } from "../domain/testing-documents";
import { logIncident } from "./commands/log-incident";
import { listIncidents } from "./queries/list-incidents";
import { onBothEngines } from "./testing";

const actor = { id: "test", role: "admin" } as const;

onBothEngines(
  "a place in a search",
  (store) => {
    beforeAll(async () => {
      const log = (title: string, locationId: string, summary = "") =>
        logIncident(
          store(),
          {
            document: aDocument({
              title,
              summary,
              events: [anEvent("e", { places: [{ role: "at", locationId }] })],
            }),
          },
          actor,
        );
      await log("Pyongyang", "KP");
      await log("Seoul", "KR");
      await log("Steppe", "MN");
      await log("Hohhot", "CN-NM");
      await log("Harbour", "HK");
      await log("Songhua", "CN-JL/jilin-city");
      await log("Border", "CN-JL/tumen");
      await log("Words", "LA", "North of there, then to Korea by sea");
    });

    const found = async (text: string) => {
      const { filter } = parseIncidentFilter(new URLSearchParams({ q: text }));
      const page = { page: 1, size: 50 } as const;
      const { rows } = await listIncidents(store(), actor, { filter, sort: DEFAULT_SORT, page });
      return rows
        .map(({ title }) => title)
        .sort()
        .join(", ");
    };

    it.each([
      ["한국", "Seoul"],
      ["대한민국", "Seoul"],
      ["South Korea", "Seoul"],
      ["북한", "Pyongyang"],
      ["North Korea", "Pyongyang"],
      ["朝鲜", "Pyongyang"],
      ['"North Korea"', "Pyongyang"],
      ["한국 -북한", "Seoul"],
      // Who types a word gets every text that has it.
      ["Korea", "Pyongyang, Seoul, Words"],
      // A pair of syllables inside of a word is found too.
      ["몽골", "Hohhot, Steppe"],
      ["Mongolia", "Hohhot, Steppe"],
      // A territory is found by its country's name, which its own name has.
      ["中国", "Border, Harbour, Hohhot, Songhua"],
      ["Chin", "Border, Harbour, Hohhot, Songhua"],
      // A town that is called as its province is by the names that are its own.
      ["Jilin City", "Songhua"],
      ["吉林市", "Songhua"],
      ["吉林", "Border, Songhua"],
      ["Jilin", "Border, Songhua"],
      ["길림", "Border, Songhua"],
    ])("%s finds %s", async (text, titles) => {
      expect(await found(text)).toBe(titles);
    });

    it("finds while the last word is typed what the words before it find", async () => {
      expect(await found("North")).toBe("Pyongyang, Words");
      expect(await found("North Ko")).toBe("Pyongyang, Words");
      expect(await found("North Korea")).toBe("Pyongyang");
    });
  },
  { gazetteer: true },
);
