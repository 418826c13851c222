import { beforeAll, describe, expect, it } from "vitest";
import { sumCounts } from "../../domain/count-range";
import { parseIncidentFilter, serializeIncidentFilter } from "../../domain/incident-filter";
import type { IncidentPage } from "../../domain/incident-page";
import type { IncidentRow } from "../../domain/incident-row";
import { DEFAULT_SORT, type IncidentSort, SORT_KEYS } from "../../domain/incident-sort";
import type { IncidentView } from "../../domain/incident-view";
import { isCertainlyIn, isUnknown, mayBeIn } from "../../domain/partial-date";
import { normaliseText, searchWords } from "../../domain/search-text";
import { onBothEngines } from "../testing";
import { logManyIncidents } from "../testing-incidents";
import { countIncidents } from "./count-incidents";
import { exportIncidents } from "./export-incidents";
import { getIncident } from "./get-incident";
import { listIncidents } from "./list-incidents";

const actor = { id: "test", role: "admin" } as const;
const COUNT = 80;

const addresses = [
  "",
  "province=CN-YN",
  "province=CN-YN&province=CN-JL",
  "country=CN",
  "country=LA&province=CN-YN",
  "type=arrest",
  "type=arrest&type=detention&modality=reported",
  "modality=anticipated",
  "modality=denied&province=CN-SD",
  "status=held&status=arrested",
  "status=unknown",
  "nationality=KP",
  "role=helper",
  "nationality=KP&role=helper",
  "people_min=10",
  "people_max=10",
  "people_min=5&people_max=20",
  "people_min=0",
  "source=S0",
  "source=S1&source=S4",
  "corroboration=unsourced",
  "corroboration=single_source&corroboration=corroborated&corroboration=contested",
  "review=draft",
  "review=verified",
  "q=border",
  "q=도문",
  "q=Tumen",
  "q=图们",
  "q=held+border",
  "q=100%25",
  "q=%25",
  "from=2013-03-01&to=2013-09-30",
  "from=2013-07",
  "to=2013-07",
  "from=2014-01&to=2014-01&province=CN-YN",
  "from=2013-03&to=2014-03&type=arrest&type=release&type=transfer",
  "from=2013-06&to=2014-06&modality=reported&country=CN",
  "from=2013-06&to=2014-06&modality=reported&nationality=KP&people_min=1",
  "type=arest",
  "from=2014-12-31&to=2013-01-01",
];
const filters = (sources: string[]) =>
  addresses
    .flatMap((address) =>
      /from|to=/.test(address) ? [address, `${address}&dates=certain`] : [address],
    )
    .map((address) => address.replace(/S(\d)/g, (_all, n) => sources[n]!))
    .map((address) => parseIncidentFilter(new URLSearchParams(address)).filter);

/** What each engine answered, to compare one with the other. */
const answers = { sqlite: new Map<string, unknown>(), postgres: new Map<string, unknown>() };

onBothEngines(
  "a list of incidents",
  (store) => {
    let sources: string[];
    beforeAll(async () => {
      ({ sources } = await logManyIncidents(store(), actor, COUNT));
    });

    const list = (
      address: string,
      sort: IncidentSort = DEFAULT_SORT,
      page: IncidentPage = { page: 1, size: 100 },
    ) => {
      const { filter } = parseIncidentFilter(new URLSearchParams(address));
      return listIncidents(store(), actor, { filter, sort, page });
    };
    const everyPage = async (address: string, sort: IncidentSort) => {
      const first = await list(address, sort, { page: 1, size: 25 });
      const rows = [...first.rows];
      for (let page = 2; rows.length < first.total; page++)
        rows.push(...(await list(address, sort, { page, size: 25 })).rows);
      return { ...first, rows };
    };
    const refsOf = (rows: IncidentRow[]) => rows.map(({ ref }) => ref);

    it("has on its pages, in an export and in its count the same incidents in the same order", async () => {
      const all = filters(sources);
      const counts = await countIncidents(store(), actor, all);
      for (const [at, filter] of all.entries()) {
        const key = SORT_KEYS[at % SORT_KEYS.length]!;
        const sort = { key, descending: at % 2 === 0 };
        const address = serializeIncidentFilter(filter).toString();
        const { rows, ...heading } = await everyPage(address, sort);
        const exported: IncidentRow[] = [];
        for await (const batch of exportIncidents(store(), actor, { filter, sort, batch: 30 }))
          exported.push(...batch);
        expect([address, refsOf(exported)]).toEqual([address, refsOf(rows)]);
        expect([address, heading.total]).toEqual([address, rows.length]);
        expect([address, counts[at]]).toEqual([address, rows.length]);
        expect(heading.persons).toEqual(
          rows.length === 0
            ? { low: null, best: null, high: null }
            : sumCounts(rows.map(({ headline }) => headline.persons)),
        );
        answers[store().dialect].set(address, { key, refs: refsOf(rows), heading });
      }
    });

    it("holds exactly those that the rules of the filter let in, one by one", async () => {
      const { rows } = await everyPage("", DEFAULT_SORT);
      expect(rows).toHaveLength(COUNT);
      const views: IncidentView[] = [];
      for (const { ref } of rows) views.push((await getIncident(store(), actor, ref))!);
      let matches = 0;
      for (const filter of filters(sources)) {
        if (filter.invalid.length > 0 || (filter.from && filter.to && filter.from > filter.to))
          continue;
        const address = serializeIncidentFilter(filter).toString();
        const expected = views.filter((view) => isLetIn(view, filter)).map(({ ref }) => ref);
        const found = await everyPage(address, DEFAULT_SORT);
        expect([address, refsOf(found.rows).sort()]).toEqual([address, expected.sort()]);
        matches += expected.length;
      }
      // A walk in which hardly anything matched would show little.
      expect(matches).toBeGreaterThan(500);
    });

    it("counts certain, possible and undated ones by the rules of dates", async () => {
      const address = "from=2013-03-01&to=2013-09-30";
      const { rows } = await everyPage("", DEFAULT_SORT);
      const dates = rows.map(({ headline }) => headline.date);
      const [from, to] = ["2013-03-01", "2013-09-30"];
      const counted = {
        certain: dates.filter((date) => date && isCertainlyIn(date, from, to)).length,
        possible: dates.filter((date) => date && mayBeIn(date, from, to)).length,
        undated: dates.filter((date) => date === null || isUnknown(date)).length,
      };
      expect(counted.certain).toBeLessThan(counted.possible);
      expect(counted.undated).toBeGreaterThan(0);
      expect(await list(address)).toMatchObject({ ...counted, total: counted.possible });
      expect(await list(`${address}&dates=certain`)).toMatchObject({
        ...counted,
        total: counted.certain,
      });
      expect(await list("")).toMatchObject({ certain: COUNT, possible: COUNT, undated: 0 });
    });

    describe.each(SORT_KEYS)("sorted by %s", (key) => {
      it("has unknown values last, whichever way", async () => {
        for (const descending of [false, true]) {
          const { rows } = await everyPage("", { key, descending });
          expect(new Set(refsOf(rows)).size).toBe(COUNT);
          const values = rows.map(SORTED_BY[key]);
          const known = values.filter((value) => value !== null);
          expect(values).toEqual([...known, ...values.slice(known.length).map(() => null)]);
          const inOrder = known.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
          expect(known).toEqual(descending ? inOrder.reverse() : inOrder);
          answers[store().dialect].set(`${key} ${descending}`, refsOf(rows));
        }
      });
    });

    it("has no rows on a page beyond the last, and still its total", async () => {
      const beyond = await list("", DEFAULT_SORT, { page: 999_999_999, size: 100 });
      expect(beyond.rows).toEqual([]);
      expect(beyond.total).toBe(COUNT);
    });

    it("names the places of its rows", async () => {
      const { rows } = await list("province=CN-YN");
      const names = Object.assign({}, ...rows.map(({ placeNames }) => placeNames));
      expect(names).toMatchObject({ "CN-YN": "Yunnan", CN: "China" });
      expect(rows[0]!.citations).toBeUndefined();
    });

    it("is refused to those who may not read", async () => {
      const stranger = { id: "nobody", role: "public" } as const;
      const { filter } = parseIncidentFilter(new URLSearchParams());
      await expect(countIncidents(store(), stranger, [filter])).rejects.toThrow("not_allowed");
      await expect(
        listIncidents(store(), stranger, {
          filter,
          sort: DEFAULT_SORT,
          page: { page: 1, size: 25 },
        }),
      ).rejects.toThrow("not_allowed");
    });
  },
  { gazetteer: true },
);

describe.skipIf(!process.env.TEST_POSTGRES_URL)("the two engines", () => {
  it("answer every filter and every order alike", () => {
    expect(answers.sqlite.size).toBeGreaterThan(60);
    expect(answers.postgres).toEqual(answers.sqlite);
  });
});

type Filter = ReturnType<typeof parseIncidentFilter>["filter"];

/** The rules of the filter, told over what the page of one incident shows. */
function isLetIn(view: IncidentView, filter: Filter): boolean {
  const { document, headline, sources, locations } = view;
  const among = <T>(asked: readonly T[], values: readonly (T | null)[]) =>
    asked.length === 0 || values.some((value) => value !== null && asked.includes(value));
  const hasDate = (date: Parameters<typeof mayBeIn>[0] | null) =>
    (filter.from === null && filter.to === null) ||
    (date !== null &&
      (filter.dates === "certain" ? isCertainlyIn : mayBeIn)(date, filter.from, filter.to));
  const ofEvent = filter.type.length > 0 || filter.modality.length > 0;
  const hasEvent = document.events.some((event) => {
    const { modality, date, places } = headline.events[event.id]!;
    const at = places.map(({ locationId }) => locations[locationId]!);
    return (
      among(filter.type, [event.type]) &&
      among(filter.modality, [modality]) &&
      among(
        filter.province,
        at.map(({ provinceId }) => provinceId),
      ) &&
      among(
        filter.country,
        at.map(({ countryId }) => countryId),
      ) &&
      (!ofEvent || hasDate(date))
    );
  });
  const asksEvent = ofEvent || filter.province.length > 0 || filter.country.length > 0;
  const { low, best, high } = headline.persons;
  const [least, most] = [low ?? best ?? high, high ?? best ?? low];
  const refs = document.claims
    .filter(({ assessment }) => assessment !== "rejected")
    .map(({ sourceId }) => sources.find(({ id }) => id === sourceId)!.ref);
  const places = document.events.flatMap((event) =>
    headline.events[event.id]!.places.map(({ locationId }) => locationId),
  );
  const text = normaliseText(`${document.title}\n${document.summary}`);
  // Tumen in the three writings of the sample's texts, and as a place: one name stands for all.
  const isTumen = ["도문", "Tumen", "图们"].includes(filter.q ?? "");
  const words = searchWords(filter.q ?? "");
  return (
    (!asksEvent || hasEvent) &&
    (ofEvent || hasDate(headline.date)) &&
    among(
      filter.status,
      headline.statuses.length > 0 ? headline.statuses.map(({ status }) => status) : ["unknown"],
    ) &&
    among(
      filter.nationality,
      document.groups.map(({ nationality }) => nationality),
    ) &&
    among(
      filter.role,
      document.groups.map(({ role }) => role),
    ) &&
    (filter.people_min === null || (most !== null && most >= filter.people_min)) &&
    (filter.people_max === null || (least !== null && least <= filter.people_max)) &&
    among(filter.source, refs) &&
    among(filter.corroboration, [headline.corroboration]) &&
    among(filter.review, [view.reviewStatus]) &&
    (filter.q === null ||
      (words.length > 0 &&
        (isTumen
          ? ["도문", "tumen", "图们"].some((name) => text.includes(name)) ||
            places.includes("CN-JL/tumen")
          : words.every((word) => text.includes(word)))))
  );
}

const joined = (values: string[]) => (values.length > 0 ? values.join(" ") : null);
const rank = (list: readonly string[], value: string) => list.indexOf(value);

/** What a row is sorted by, as a reader sees it; null = unknown. */
const SORTED_BY: Record<(typeof SORT_KEYS)[number], (row: IncidentRow) => string | number | null> =
  {
    reference: ({ ref }) => ref,
    date: ({ headline: { date } }) => date?.earliest ?? date?.latest ?? null,
    title: ({ title }) => normaliseText(title),
    provinces: ({ headline }) => joined(headline.provinces),
    people: ({ headline: { persons } }) => persons.best ?? persons.low ?? persons.high,
    roles: ({ headline }) => {
      const roles = joined(headline.roles);
      return roles === "unknown" ? null : roles;
    },
    nationality: ({ headline }) => joined(headline.nationalities),
    types: ({ headline }) => joined(headline.eventTypes.map(({ type }) => type)),
    status: ({ headline: { status } }) =>
      status === "unknown"
        ? null
        : rank(
            [
              "died",
              "disappeared",
              "deported",
              "deportation_ordered",
              "sentenced",
              "charged",
              "held",
              "arrested",
              "escaped",
              "released",
              "resettled",
            ],
            status,
          ),
    corroboration: ({ headline }) =>
      rank(
        ["contested", "acknowledged", "corroborated", "single_source", "unsourced"],
        headline.corroboration,
      ),
    sources: ({ headline }) => headline.sources,
    review: ({ reviewStatus }) =>
      rank(["draft", "in_review", "verified", "disputed", "retracted"], reviewStatus),
    updated: ({ updatedAt }) => updatedAt,
  };
