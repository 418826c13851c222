import { beforeAll, expect, it } from "vitest";
import { reviseIncident } from "../../db/commands/revise-incident";
import { getIncident } from "../../db/queries/get-incident";
import { listIncidents } from "../../db/queries/list-incidents";
import { onBothEngines } from "../../db/testing";
import { logManyIncidents } from "../../db/testing-incidents";
import { parseIncidentRequest } from "../../domain/incident-request";
import { SORT_KEYS } from "../../domain/incident-sort";
import type { KeptAccess } from "../_server/keep-access";
import { answerList } from "./answer-list";
import { API_LISTS } from "./lists";
import { apiContext, faultsOf } from "./testing-api";

const actor = { id: "test", role: "admin" } as const;
const COUNT = 60;
type Name = keyof typeof API_LISTS;
const NAMES = Object.keys(API_LISTS) as Name[];
const PARTS = ["groups", "events", "claims"] as const;

type Item = { reference?: string; id?: string; incident?: string };
type Page = { data: Item[]; incidents: { total: number }; next: string | null; cursor: string };

onBothEngines(
  "the lists of the API",
  (store) => {
    const kept: KeptAccess[] = [];
    beforeAll(async () => {
      await logManyIncidents(store(), actor, COUNT);
    });

    const ask = (name: Name, query: string, rest: Parameters<typeof apiContext>[2] = {}) =>
      answerList(
        API_LISTS[name],
        apiContext(store(), actor, { kept, ...rest }),
        new URLSearchParams(query),
      );
    const page = async (name: Name, query: string): Promise<Page> => {
      const answer = await ask(name, query);
      expect(answer.status, query).toBe(200);
      expect(await faultsOf(`/${name}`, answer), query).toEqual([]);
      return answer.json();
    };
    /** All pages of a list, each by the address the one before gave. */
    const walk = async (name: Name, query: string): Promise<Item[]> => {
      const all: Item[] = [];
      for (let next: string | null = query; next !== null; ) {
        const { data, next: after }: Page = await page(name, next);
        all.push(...data);
        next = after === null ? null : after.replace(`/api/v1/${name}?`, "");
      }
      return all;
    };
    const order = async (query: string): Promise<string[]> => {
      const { request } = parseIncidentRequest(new URLSearchParams(`${query}&size=100`));
      const { rows } = await listIncidents(store(), actor, request);
      return rows.map(({ ref }) => ref);
    };
    const codes = async (answer: Response) => {
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      const { code, issues } = await answer.json();
      return [
        code,
        ...issues.map((issue: { path: string; code: string }) => [issue.path, issue.code]),
      ];
    };

    it("give page after page what the list has, in whichever order", async () => {
      for (const sort of SORT_KEYS.flatMap((key) => [key, `-${key}`])) {
        const query = `sort=${sort}&type=arrest&type=detention&type=transfer&type=release`;
        const refs = (await walk("incidents", `${query}&limit=7`)).map(
          ({ reference }) => reference,
        );
        expect([sort, refs]).toEqual([sort, await order(query)]);
      }
      expect((await page("incidents", "limit=100")).data).toHaveLength(COUNT);
    });

    it("give the parts of each incident, in its order, in pages of any size", async () => {
      const query = "sort=title&province=CN-YN&province=CN-SD";
      const incidents = (await page("incidents", `${query}&limit=100`)).data;
      for (const part of PARTS) {
        const all = incidents.flatMap((one) =>
          (one as Record<string, object[]>)[part]!.map((item) => ({
            ...item,
            incident: one.reference,
          })),
        );
        for (const limit of [1, 3, 100])
          expect(await walk(part, `${query}&limit=${limit}`)).toEqual(all);
      }
    });

    it("give each source and place of the incidents once, with how many name it", async () => {
      type Incident = {
        claims: { source: string; assessment: string }[];
        events: { places: { place: { id: string } }[] }[];
      };
      for (const query of ["", "province=CN-YN&type=arrest"]) {
        const incidents = (await page("incidents", `${query}&limit=100`)).data as Incident[];
        const tally = (idsOf: (one: Incident) => string[]) => {
          const counts = new Map<string, number>();
          for (const one of incidents)
            for (const id of new Set(idsOf(one))) counts.set(id, (counts.get(id) ?? 0) + 1);
          return [...counts].sort();
        };
        const sources = tally(({ claims }) =>
          claims.filter((one) => one.assessment !== "rejected").map((one) => one.source),
        );
        const places = tally(({ events }) =>
          events.flatMap((event) => event.places.map(({ place }) => place.id)),
        );
        type Counted = Item & { incidents: number };
        const listed = (await walk("sources", `${query}&limit=2`)) as Counted[];
        expect(listed.map((one) => [one.reference, one.incidents])).toEqual(sources);
        const located = (await walk("locations", `${query}&limit=2`)) as Counted[];
        expect(located.map((one) => [one.id, one.incidents])).toEqual(places);
      }
    });

    it("go on where they were when what a page ended with has changed or is asked for no more", async () => {
      const all = await order("sort=title");
      const first = await page("incidents", "sort=title&limit=20");
      const ref = first.data.at(-1)!.reference!;
      const view = (await getIncident(store(), actor, ref))!;
      for (const title of ["Zzz, at the end", "Aaa, at the beginning"]) {
        const { version } = (await getIncident(store(), actor, ref))!;
        const document = { ...view.document, title };
        await reviseIncident(store(), { ref, version, document, reason: "" }, actor);
        const rest = await walk("incidents", `sort=title&limit=9&cursor=${first.cursor}`);
        const others = rest.map(({ reference }) => reference).filter((one) => one !== ref);
        expect(others).toEqual(all.slice(20));
      }
    });

    it("refuse what is no cursor, or one of another filter, order or list", async () => {
      const { cursor } = await page("incidents", "limit=2&sort=people");
      const { cursor: ofGroups } = await page("groups", "limit=2&sort=people");
      for (const bad of [
        "x",
        "%00",
        cursor.slice(1),
        ofGroups,
        btoa("[]"),
        btoa('["a",["b",1]]'),
        btoa('["a",[1e300,"b"]]'),
        btoa('["a",[null,"b\\u0000"]]'),
        "a".repeat(9_000),
      ])
        expect(await codes(await ask("incidents", `limit=2&sort=people&cursor=${bad}`))).toEqual([
          "invalid_input",
          ["cursor", "cursor.unreadable"],
        ]);
      for (const query of ["sort=-people", "sort=people&province=CN-YN"])
        expect(await codes(await ask("incidents", `${query}&cursor=${cursor}`))).toEqual([
          "invalid_input",
          ["cursor", "cursor.of_another_list"],
        ]);
      expect((await ask("incidents", `sort=people&limit=50&cursor=${cursor}`)).status).toBe(200);
    });

    it("refuse an address with mistakes, and say all of them with what was sent", async () => {
      const answer = await ask(
        "incidents",
        "province=CN-QQ&type=arest&sort=shoe&limit=101&page=2&columns=x&cursor=a&cursor=b&foo=1",
      );
      expect(answer.status).toBe(400);
      expect(await faultsOf("/incidents", answer)).toEqual([]);
      const { issues } = await answer.clone().json();
      expect(issues[0]).toEqual({
        path: "type",
        code: "filter.not_in_list",
        message: expect.stringContaining("“arest” is not known here. Allowed: arrest, "),
        value: "arest",
      });
      expect(await codes(answer)).toEqual([
        "invalid_input",
        ["type", "filter.not_in_list"],
        ["foo", "filter.unknown_parameter"],
        ["page", "filter.unknown_parameter"],
        ["columns", "filter.unknown_parameter"],
        ["sort", "sort.unknown"],
        ["limit", "limit.not_a_limit"],
        ["cursor", "cursor.repeated"],
        ["province", "filter.unknown_province"],
        ["cursor", "cursor.unreadable"],
      ]);
      for (const name of ["sources", "locations"] as const)
        expect(await codes(await ask(name, "sort=title&limit=0"))).toEqual([
          "invalid_input",
          ["sort", "filter.unknown_parameter"],
          ["limit", "limit.not_a_limit"],
        ]);
    });

    it("answer 304 to whoever has it already, and HEAD without a body", async () => {
      for (const name of NAMES) {
        const first = await ask(name, "limit=3");
        const etag = first.headers.get("etag")!;
        expect(first.headers.get("cache-control")).toBe("private, no-cache");
        expect(first.headers.get("vary")).toBe("cookie, authorization");
        expect(first.headers.has("access-control-allow-origin")).toBe(false);
        const again = await ask(name, "limit=3", { known: `"other", ${etag}` });
        expect([again.status, await again.text()]).toEqual([304, ""]);
        expect((await ask(name, "limit=4", { known: etag })).status).toBe(200);
        const head = await ask(name, "limit=3", { withBody: false });
        expect([head.status, await head.text()]).toEqual([200, ""]);
        expect(head.headers.get("etag")).toBe(etag);
      }
    });

    it("are kept as taken away where they hold parts of incidents and anything is sent", async () => {
      kept.length = 0;
      for (const name of NAMES) {
        const { headers } = await ask(name, "province=cn-yn&limit=3");
        await ask(name, "province=cn-yn&limit=3", { known: headers.get("etag") });
        await ask(name, "province=cn-yn&limit=3", { withBody: false });
        await ask(name, "province=nowhere");
      }
      expect(kept).toEqual(
        Array.from({ length: 5 }, () => ({
          action: "export",
          entity: "incidents",
          entityId: "",
          detail: "province=CN-YN",
        })),
      );
    });

    it("give whoever may not take all no way to go through all", async () => {
      for (const name of NAMES.filter((one) => one !== "locations")) {
        const refused = await ask(name, "limit=1", { mayNotTakeAll: true });
        expect(refused.status).toBe(403);
        expect(await codes(refused)).toEqual(["full_export"]);
        const part = await ask(name, "type=release&province=CN-YN", { mayNotTakeAll: true });
        expect(part.status).toBe(200);
      }
      expect((await ask("locations", "", { mayNotTakeAll: true })).status).toBe(200);
    });

    it("name the next page in a header too, and none after the last", async () => {
      const answer = await ask("incidents", "limit=2&province=CN-YN");
      const { next } = await answer.clone().json();
      expect(next).toMatch(/^\/api\/v1\/incidents\?province=CN-YN&limit=2&cursor=[\w-]+$/);
      expect(answer.headers.get("link")).toBe(`<${next}>; rel="next"`);
      const last = await ask("incidents", "limit=100");
      expect(last.headers.has("link")).toBe(false);
    });
  },
  { gazetteer: true },
);
