import { beforeAll, expect, it } from "vitest";
import {
  type ArticleCase,
  blankArticle,
  blankArticleCase,
  blankArticleEvent,
} from "../../domain/article/article-case";
import type { InvalidInput } from "../../domain/errors";
import { parseIncidentFilter } from "../../domain/incident-filter";
import type { Location } from "../../domain/location";
import { aClaim, aDocument, aGroup, anEvent, exactly } from "../../domain/testing-documents";
import { countIncidents } from "../queries/count-incidents";
import { getArticleDraft } from "../queries/get-article-draft";
import { getIncident } from "../queries/get-incident";
import { listArticleDrafts } from "../queries/list-article-drafts";
import { onBothEngines } from "../testing";
import { addColleague } from "../testing-colleagues";
import { aWrittenSource } from "../testing-tables";
import { type AcceptedCase, ARTICLE_SOURCE, acceptArticle } from "./accept-article";
import { addSource } from "./add-source";
import { createArticleDraft } from "./create-article-draft";
import { discardArticleDraft } from "./discard-article-draft";
import { logIncident } from "./log-incident";
import { redactArticleDraft } from "./redact-article-draft";
import { saveArticleDraft } from "./save-article-draft";

const researcher = { id: "writer", role: "researcher" } as const;
const other = { id: "other", role: "admin" } as const;
const TEXT = "Police held twenty people in Kunming. Mr Kim Chol-su was not among them.";
const held: ArticleCase = {
  ...blankArticleCase("c1"),
  title: "Held in Kunming",
  spans: [{ start: 0, end: 37 }],
  events: [{ ...blankArticleEvent("e1"), type: "detention", spans: [{ start: 0, end: 37 }] }],
};

const citing = (best: number) =>
  aDocument({
    title: "Held in Kunming",
    groups: [aGroup("g")],
    events: [anEvent("e", { type: "detention", groups: [] })],
    claims: [aClaim("k", ARTICLE_SOURCE, { field: "count", groupId: "g", count: exactly(best) })],
  });
const asNew = (best = 20): AcceptedCase => ({ document: citing(best), same: null, answers: [] });

onBothEngines(
  "an article that is put aside",
  (store) => {
    beforeAll(async () => {
      await addColleague(store(), { ...researcher, name: "Wu" });
      await addColleague(store(), { ...other, name: "Ada" });
    });
    const create = (text = TEXT, keep: Parameters<typeof createArticleDraft>[1]["keep"] = kept) =>
      createArticleDraft(
        store(),
        { article: { ...blankArticle, publisher: "Paper" }, text, cases: [held], keep },
        researcher,
      );
    const kept = [
      { kind: "name", words: "Kim Chol-su", reason: "Spokesman of the police." },
    ] as const;
    const open = (id: string) => getArticleDraft(store(), researcher, id);
    const accept = async (id: string, over: Partial<Parameters<typeof acceptArticle>[1]> = {}) =>
      acceptArticle(
        store(),
        {
          id,
          version: (await open(id)).version,
          article: blankArticle,
          source: aWrittenSource({ publisher: "Paper", storedText: TEXT }),
          places: [],
          cases: [asNew()],
          rest: [],
          ...over,
        },
        researcher,
      );
    const refusal = (work: Promise<unknown>) =>
      work.then(
        () => [],
        (error: InvalidInput) => error.issues?.map(({ path, code }) => `${path} ${code}`) ?? error,
      );
    const incidents = () =>
      countIncidents(store(), researcher, [parseIncidentFilter(new URLSearchParams()).filter]);

    it("holds no word that the personal-data guard marks, unless it is kept with a reason", async () => {
      expect(await refusal(create(TEXT, []))).toEqual(["text personal_data.undecided"]);
      expect(await refusal(create("Call +82 10-1234-5678 now.", kept))).toEqual([
        "text personal_data.blocked",
      ]);
      const { id } = await create();
      expect(await open(id)).toMatchObject({ text: TEXT, version: 1, cases: [{ key: "c1" }] });
    });

    it("is its owner's alone, and in no count", async () => {
      const before = await incidents();
      const { id } = await create();
      expect(await incidents()).toEqual(before);
      expect(await listArticleDrafts(store(), other)).toEqual([]);
      expect((await listArticleDrafts(store(), researcher))[0]).toMatchObject({ id, cases: 1 });
      for (const work of [
        () => getArticleDraft(store(), other, id),
        () => discardArticleDraft(store(), { id }, other),
        () =>
          saveArticleDraft(store(), { id, version: 1, article: blankArticle, cases: [] }, other),
      ])
        await expect(work()).rejects.toMatchObject({ code: "article.not_found" });
    });

    it("is saved by whoever saw it last, and never with a marked word", async () => {
      const { id } = await create();
      const save = (version: number, title: string) =>
        saveArticleDraft(
          store(),
          { id, version, article: blankArticle, cases: [{ ...held, title }] },
          researcher,
        );
      expect(await save(1, "Other")).toEqual({ version: 2, text: TEXT, publishedBefore: "" });
      await expect(save(1, "Late")).rejects.toMatchObject({ code: "article.stale" });
      expect(await refusal(save(2, "Mr Pak Yong-ho held"))).toEqual([
        "cases.0.title personal_data.undecided",
      ]);
      expect((await open(id)).cases[0]!.title).toBe("Other");
    });

    it("loses words for good where they are replaced", async () => {
      const { id } = await create();
      const done = await redactArticleDraft(
        store(),
        {
          id,
          version: 1,
          words: "Kim Chol-su",
          kind: "name",
          article: blankArticle,
          cases: [held],
        },
        researcher,
      );
      expect(done.text).toBe("Police held twenty people in Kunming. Mr [name] was not among them.");
      expect(await open(id)).toMatchObject({ text: done.text, version: 2, keep: [] });
    });

    it("loses kept words and reasons that hold the replaced ones, and stores no marked word beside them", async () => {
      const { id } = await create(TEXT, [
        { ...kept[0], reason: "Chol-su speaks for the police." },
        { kind: "name", words: "Kim Min-ho", reason: "A namesake of Chol-su." },
      ]);
      const input = { id, version: 1, words: "Chol-su", kind: "name", article: blankArticle };
      const cases = [{ ...held, title: "Mr Pak Yong-ho, not Chol-su" }];
      const done = await redactArticleDraft(store(), { ...input, kind: "name", cases }, researcher);
      expect(done.cases[0]!.title).toBe("Mr Pak Yong-ho, not [name]");
      const stored = await open(id);
      expect(stored.text).toBe(done.text);
      expect(stored.cases[0]!.title).toBe("Held in Kunming");
      expect(stored.keep).toEqual([
        { kind: "name", words: "Kim Min-ho", reason: "A namesake of [name]." },
      ]);
    });

    it("becomes incidents and one source in one step, and is then gone", async () => {
      const { id } = await create();
      const { refs, source } = await accept(id, { cases: [asNew(20), asNew(3)] });
      const views = await Promise.all(refs.map((ref) => getIncident(store(), researcher, ref)));
      expect(views.map((view) => view!.headline.persons.best)).toEqual([20, 3]);
      expect(views.map((view) => view!.sources.map(({ ref }) => ref))).toEqual([
        [source],
        [source],
      ]);
      expect(views[0]).toMatchObject({ reviewStatus: "draft", publication: "internal" });
      await expect(open(id)).rejects.toMatchObject({ code: "article.not_found" });
    });

    it("keeps what was not taken, with the source that the rest has", async () => {
      const { id } = await create();
      const { source } = await accept(id, { rest: [held] });
      expect(await open(id)).toMatchObject({ cases: [held], article: { source } });
    });

    it("becomes claims on an incident that is the same, which two publishers then contest", async () => {
      const wire = await addSource(
        store(),
        { source: aWrittenSource({ publisher: "Wire" }) },
        researcher,
      );
      const document = aDocument({
        groups: [aGroup("there")],
        events: [anEvent("then", { type: "detention", groups: [] })],
        claims: [aClaim("w", wire.id, { field: "count", groupId: "there", count: exactly(29) })],
      });
      const { ref } = await logIncident(store(), { document }, researcher);
      const { id } = await create();
      const choice = {
        groups: { g: { as: "same", groupId: "there" } },
        events: { e: "then" },
      } as const;
      const cases = [{ ...asNew(20), same: { ref, choice } }];
      expect((await accept(id, { cases })).refs).toEqual([ref]);
      const view = (await getIncident(store(), researcher, ref))!;
      expect(view.document.groups.map((group) => group.id)).toEqual(["there"]);
      expect(view.headline.persons).toMatchObject({ low: 20, high: 29 });
      expect(view.headline.disagreement).toContain("persons");
    });

    it("brings a town that the ledger has not", async () => {
      const { id } = await create();
      const town: Location = {
        id: "CN-YN/newtown",
        kind: "locality",
        facilityKind: null,
        parentId: "CN-YN",
        countryId: "CN",
        provinceId: "CN-YN",
        localityId: "CN-YN/newtown",
        nameEn: "Newtown",
        nameKo: null,
        nameZh: null,
        aliases: [],
        lat: null,
        lon: null,
        wherePrecision: null,
        note: "",
        origin: "article",
      };
      const document = citing(20);
      document.claims.push(
        aClaim("p", ARTICLE_SOURCE, {
          field: "place",
          eventId: "e",
          place: { role: "at", locationId: town.id },
        }),
      );
      const { refs } = await accept(id, { places: [town], cases: [{ ...asNew(), document }] });
      const view = (await getIncident(store(), researcher, refs[0]!))!;
      expect(view.locations[town.id]).toMatchObject({ nameEn: "Newtown", parentId: "CN-YN" });
    });

    it("leaves nothing where one of its cases cannot be taken, and names which", async () => {
      const { id } = await create();
      const before = await incidents();
      const cases = [asNew(), { ...asNew(), document: { ...citing(1), title: "" } }];
      expect(await refusal(accept(id, { cases }))).toEqual(["cases.1.title text.required"]);
      expect(await incidents()).toEqual(before);
      expect((await open(id)).cases).toHaveLength(1);
      await expect(accept(id, { cases: [] })).rejects.toMatchObject({
        code: "article.nothing_taken",
      });
    });

    it("stays as it is where its source, or the incident that is the same, is gone meanwhile", async () => {
      const { id } = await create();
      const before = await incidents();
      const source = { id: "gone", ref: "SRC-GONE00" };
      expect(await refusal(accept(id, { source }))).toEqual(["source source.unknown"]);
      const same = { ref: "INC-GONE00", choice: { groups: {}, events: {} } };
      await expect(accept(id, { cases: [asNew(), { ...asNew(), same }] })).rejects.toMatchObject({
        code: "incident.not_found",
      });
      expect(await incidents()).toEqual(before);
      expect(await open(id)).toMatchObject({ version: 1, cases: [{ key: "c1" }] });
    });

    it("is not found by an id that cannot be one", async () => {
      await expect(open("\0")).rejects.toMatchObject({ code: "article.not_found" });
      await expect(open("\ud800")).rejects.toMatchObject({ code: "article.not_found" });
    });

    it("can be thrown away", async () => {
      const { id } = await create();
      await discardArticleDraft(store(), { id }, researcher);
      await expect(open(id)).rejects.toMatchObject({ code: "article.not_found" });
    });
  },
  { gazetteer: true },
);
