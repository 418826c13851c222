import { DOMParser } from "linkedom";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore } from "../../db/client";
import { type Clock, systemClock } from "../../db/clock";
import { addSource } from "../../db/commands/add-source";
import { logIncident } from "../../db/commands/log-incident";
import { publishPending } from "../../db/commands/publish-pending";
import { retractIncident } from "../../db/commands/retract-incident";
import { reviseIncident } from "../../db/commands/revise-incident";
import { publicUrlOf } from "../../db/public-store";
import { findIncident } from "../../db/read-incident";
import type { Store } from "../../db/store";
import { onBothEngines } from "../../db/testing";
import { addColleague } from "../../db/testing-colleagues";
import { publish, verify } from "../../db/testing-publication";
import { aWrittenSource } from "../../db/testing-tables";
import type { Actor } from "../../domain/actor";
import { aClaim, aDocument } from "../../domain/testing-documents";
import { sayFrom } from "../../domain/testing-say";
import messages from "../../messages/en.json";
import { feedResponse } from "./feed-response";

const writer: Actor = { id: "writer", role: "researcher" };
const reviewer: Actor = { id: "reviewer", role: "reviewer" };
const visitor: Actor = { id: "", role: "public" };
const DAY = 86_400_000;
const on = (day: number): Clock => ({
  ...systemClock,
  now: () => Date.UTC(2026, 0, 1) + day * DAY,
});

onBothEngines("the feed of incidents", (store, url) => {
  let shown: Store;
  let [border, river] = ["", ""];
  const kept: unknown[] = [];

  const follow = () => publishPending({ internal: store(), public: shown });
  const ask = (
    address: string,
    known: string | null = null,
    as: "visitor" | "writer" = "visitor",
  ) =>
    feedResponse(
      as === "visitor" ? shown : store(),
      as === "visitor" ? visitor : writer,
      new URLSearchParams(address),
      {
        say: sayFrom(messages),
        locale: "en",
        now: Date.UTC(2026, 1, 1),
        base: "https://ledger.example",
        known,
        view: as === "writer" ? { id: "v1", name: "My view" } : null,
        keep: async (access) => void kept.push(access),
      },
    );
  const entriesOf = async (response: Response) => {
    const document = new DOMParser().parseFromString(await response.text(), "text/xml");
    return [...document.querySelectorAll("entry")].map((entry) => [
      entry.querySelector("title")?.textContent,
      entry.querySelector("updated")?.textContent.slice(0, 10),
    ]);
  };

  beforeAll(async () => {
    await addColleague(store(), { id: "reviewer", name: "Reviewer", role: "reviewer" });
    shown = await openStore(publicUrlOf(url()), { profile: "public" });
    await shown.migrate();
    const { id: source } = await addSource(store(), { source: aWrittenSource() }, writer);
    const log = async (title: string, day: number) => {
      const { ref } = await logIncident(
        store(),
        {
          document: aDocument({
            title,
            claims: [aClaim("c", source, { statement: "So it was." })],
          }),
        },
        writer,
        on(day),
      );
      return ref;
    };
    border = await log("Held <at> the border", 1);
    river = await log("Held at the river", 2);
    await log("Never published", 3);
    for (const [ref, day] of [
      [border, 5],
      [river, 6],
    ] as const) {
      await verify(store(), ref, on(4));
      await publish(store(), ref, on(day));
    }
    await follow();
  });
  afterAll(() => shown?.close());

  it("has to visitors what was published, the last first, each changed when it was published", async () => {
    const response = await ask("");
    expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    expect(response.headers.get("last-modified")).toBe("Wed, 07 Jan 2026 00:00:00 GMT");
    expect(response.headers.get("cache-control")).toBe("public, no-cache");
    expect(await entriesOf(response)).toEqual([
      ["Held at the river", "2026-01-07"],
      ["Held <at> the border", "2026-01-06"],
    ]);
    expect(await entriesOf(await ask("q=border"))).toEqual([
      ["Held <at> the border", "2026-01-06"],
    ]);
    expect(await (await ask("q=border")).text()).toContain(
      "<title>Detention Ledger: incidents, with the words “border”</title>",
    );
  });

  it("tells visitors nothing of what changes inside", async () => {
    const before = await (await ask("")).text();
    const { version } = (await findIncident(store(), store().read, border))!;
    const document = aDocument({ title: "Held elsewhere" });
    await reviseIncident(store(), { ref: border, version, document, reason: "" }, writer, on(9));
    await follow();
    expect(await (await ask("")).text()).toBe(before);
    expect(await entriesOf(await ask("", null, "writer"))).toEqual([
      ["Held elsewhere", "2026-01-10"],
      ["Held at the river", "2026-01-05"],
      ["Never published", "2026-01-04"],
    ]);
  });

  it("is sent anew only where it is another than the reader has, and kept in mind only then", async () => {
    kept.length = 0;
    const first = await ask("type=", null, "writer");
    const etag = first.headers.get("etag")!;
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    for (const known of [etag, `"other", ${etag}`, etag.slice(2), "*"]) {
      const again = await ask("", known, "writer");
      expect([known, again.status, await again.text()]).toEqual([known, 304, ""]);
    }
    expect((await ask("", '"other"', "writer")).status).toBe(200);
    const read = { action: "read", entity: "view", entityId: "v1", detail: "" };
    expect(kept).toEqual([read, read]);
  });

  it("names the address of its own feed to nobody where that is a secret", async () => {
    const text = await (await ask("", null, "writer")).text();
    expect(text).toContain("<title>Detention Ledger: My view</title>");
    expect(text).not.toMatch(/rel="self"|\/feeds/);
    expect(await (await ask("q=border")).text()).toContain(
      '<link rel="self" type="application/atom+xml" href="https://ledger.example/incidents.atom?q=border"/>',
    );
  });

  it("goes on, as that of a view, without what its owner may not read just now", async () => {
    const partly = await ask(`ref=${border}&ref=INC-222222`, null, "writer");
    expect(partly.status).toBe(200);
    expect((await entriesOf(partly)).map(([title]) => title)).toEqual(
      (await entriesOf(await ask(`ref=${border}`, null, "writer"))).map(([title]) => title),
    );
    expect((await ask("ref=INC-222222", null, "writer")).status).toBe(400);
    expect((await ask(`ref=${border}&ref=INC-222222`)).status).toBe(400);
  });

  it("is refused whole where the address has a mistake", async () => {
    const refused = await ask("type=arest&source=SRC-222222");
    expect(refused.status).toBe(400);
    expect((await refused.json()).error.issues).toMatchObject([
      { path: "type" },
      { path: "source" },
    ]);
  });

  it("has no more what was retracted, and is another though nothing in it is newer", async () => {
    const before = (await ask("")).headers;
    const { version } = (await findIncident(store(), store().read, border))!;
    const input = { ref: border, version, reason: "It is not so." };
    await retractIncident(store(), input, reviewer, on(12));
    await follow();
    const after = await ask("", before.get("etag"));
    expect(after.status).toBe(200);
    expect(after.headers.get("last-modified")).toBe(before.get("last-modified"));
    expect(await entriesOf(after)).toEqual([["Held at the river", "2026-01-07"]]);
    expect(river).not.toBe("");
  });
});
