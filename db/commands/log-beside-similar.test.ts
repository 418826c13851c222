import { beforeAll, expect, it } from "vitest";
import type { InvalidInput } from "../../domain/errors";
import { aDocument } from "../../domain/testing-documents";
import { getIncident } from "../queries/get-incident";
import { getReview } from "../queries/get-review";
import { onBothEngines } from "../testing";
import { logBesideSimilar } from "./log-beside-similar";
import { logIncident } from "./log-incident";

const actor = { id: "writer", role: "researcher" } as const;

onBothEngines("logging beside what looks like it", (store) => {
  let refs: string[];
  beforeAll(async () => {
    refs = [];
    for (const title of ["One", "Two", "Three"])
      refs.push((await logIncident(store(), { document: aDocument({ title }) }, actor)).ref);
  });
  const log = (reason: string) =>
    logBesideSimilar(
      store(),
      {
        document: aDocument({ title: "New" }),
        answers: [
          { ref: refs[0]!, is: "same", reason: "" },
          { ref: refs[1]!, is: "related", reason: "" },
          { ref: refs[2]!, is: "not_same", reason },
        ],
        sameText: (ref) => `The same case as ${ref}.`,
      },
      actor,
    );

  it("remembers what was said of each", async () => {
    const { ref } = await log("Two ferries.");
    const view = (await getIncident(store(), actor, ref))!;
    expect(view.links.map((link) => [link.ref, link.type])).toEqual([[refs[1], "related"]]);
    expect(view.notSame).toEqual([{ ref: refs[2], title: "Three", reason: "Two ferries." }]);
    expect((await getReview(store(), actor, ref))!.comments).toMatchObject([
      { claimId: null, body: `The same case as ${refs[0]}.` },
    ]);
  });

  it("logs nothing where an answer cannot be kept, and says which", async () => {
    const count = async () => (await store().read.select().from(store().t.incident)).length;
    const before = await count();
    const refused = await log(" ").catch(({ issues }: InvalidInput) => issues);
    expect(refused).toMatchObject([{ path: `similar-reason:${refs[2]}`, code: "text.required" }]);
    expect(await count()).toBe(before);
  });
});
