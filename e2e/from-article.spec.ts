import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { desc, eq, like } from "drizzle-orm";
import { findAccount } from "../db/queries/find-account";
import { inLedger } from "./in-ledger";
import { expectGoodScreen } from "./screens";
import { addAccount, pageOf } from "./sign-in";

const author = { id: "e2e", role: "admin" } as const;
const STORY = readFileSync("db/seed/sample/voa-2014-07.txt", "utf8");
/** The same arrests as another outlet told them, in words of our own. */
const SECOND = `Chinese police arrested 29 North Korean refugees and five South Korean helpers between 15 and 17 July in Qingdao, Shandong province, and in Kunming, Yunnan province, a source said.

They have been transferred to a detention centre in Tumen near the border.`;

let page: Page;
test.beforeAll(async ({ browser }) => {
  const account = await inLedger(async (store) => {
    const admin = await findAccount(store, author, "admin@example.org");
    return addAccount(store, admin!, "researcher", `reader ${Date.now()}`);
  });
  page = await pageOf(browser, account.email);
});
test.afterAll(() => page.context().close());

const draft = (number: number) =>
  page.getByRole("region", { name: `Draft ${number}`, exact: true });
const article = () => page.getByRole("region", { name: "The article", exact: true });
const kept = () => expect(page.getByText("All is kept.")).toBeVisible();

async function read(text: string, published: string, publisher: string) {
  await page.goto("/incidents/from-article");
  await page.getByLabel("The text of the article").fill(text);
  await page.getByLabel("When it was published").fill(published);
  await page.getByLabel("Who published it").fill(publisher);
  await page.getByLabel("Title of the article").fill(`${publisher} on the arrests`);
  await page.getByRole("button", { name: "Read the article" }).click();
}

/** Selects words as a reader does with the mouse. */
async function select(words: string) {
  await article().evaluate((box, wanted) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue!.indexOf(wanted);
      if (at < 0) continue;
      document.getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`"${wanted}" is not in the text.`);
  }, words);
}

const answerAll = async (label: RegExp) => {
  for (const radio of await page.getByRole("radio", { name: label }).all()) await radio.check();
  for (const reason of await page.getByLabel("If it is not the same, why").all())
    await reason.fill("Told of in another article for this test.");
};

/** What was logged last, with the claims of its sources. */
const lastIncidents = (count: number) =>
  inLedger(async (store) => {
    const { incident, claim } = store.t;
    const rows = await store.read
      .select({
        id: incident.id,
        ref: incident.ref,
        title: incident.title,
        people: incident.personsBest,
      })
      .from(incident)
      .orderBy(desc(incident.createdAt), desc(incident.id))
      .limit(count);
    return Promise.all(
      rows.map(async (row) => ({
        ...row,
        claims: await store.read.select().from(claim).where(eq(claim.incidentId, row.id)),
      })),
    );
  });

test("a story becomes three incidents with their claims, no name in it", async () => {
  await read(STORY, "2014-07-23", "Paste News");
  await expect(page.getByText("Jee Abbey Lee → [name]")).toBeVisible();
  await page.getByRole("button", { name: "Replace these and read the article" }).click();
  await page.waitForURL(/\/from-article\/\w+$/);
  await expect(article()).toContainText("[name] contributed to this report");
  await expect(article()).not.toContainText("Jee Abbey Lee");

  // Hovering one lights up the other.
  await expect(draft(3)).toBeVisible();
  await page.getByRole("button", { name: "last week" }).hover();
  await expect(page.locator("[data-fact='c1.e1.date']")).toHaveClass(/fact-active/);
  await draft(1).getByLabel("When").first().focus();
  await expect(page.getByRole("button", { name: "last week" })).toHaveClass(/evidence-active/);
  await expect(draft(1).getByText("14–20 Jul 2014").first()).toBeVisible();
  await expectGoodScreen(page);

  // Nothing of it is in the ledger yet.
  const before = await lastIncidents(1);
  await page.getByText("The source", { exact: true }).click();
  await page.getByLabel("Keep the text with the source").check();
  await answerAll(/^Not the same/);
  await kept();
  expect(await lastIncidents(1)).toEqual(before);
  await page.getByRole("button", { name: "Accept 3 drafts" }).click();
  await page.waitForURL(/accepted=/);
  await expect(page.getByText("Accepted, as drafts to be reviewed:")).toBeVisible();

  const three = await lastIncidents(3);
  expect(three.map(({ people }) => people).sort()).toEqual([11, 20, 3]);
  const [first] = three.filter(({ people }) => people === 20);
  const count = first!.claims.find(({ field, best }) => field === "count" && best === 20)!;
  expect(count.quote).toMatch(/^A group of 20 North Korean defectors/);
  expect(count.statement).toBe("According to sources in South Korea.");
  const { source, transfer } = await inLedger(async (store) => {
    const [found] = await store.read
      .select()
      .from(store.t.source)
      .where(eq(store.t.source.id, count.sourceId));
    const [event] = await store.read
      .select()
      .from(store.t.event)
      .where(eq(store.t.event.incidentId, first!.id))
      .then((rows) => rows.filter(({ type }) => type === "transfer"));
    return { source: found!, transfer: event! };
  });
  const [, start, end] = /characters (\d+)–(\d+)/.exec(count.locator)!;
  expect(source.storedText!.slice(Number(start), Number(end))).toBe(
    "A group of 20 North Korean defectors",
  );
  expect(source.storedText).not.toContain("Jee Abbey Lee");
  expect(transfer.modality).toBe("anticipated");
});

test("another outlet's report of the same case becomes claims on it, which is then contested", async () => {
  await read(SECOND, "2014-07-23", "Second Herald");
  await page.waitForURL(/\/from-article\/\w+$/);
  const [same] = await inLedger((store) =>
    store.read
      .select({ ref: store.t.incident.ref, version: store.t.incident.version })
      .from(store.t.incident)
      .where(like(store.t.incident.title, "Arrest, Shandong and Yunnan, 14–20 Jul 2014%"))
      .orderBy(desc(store.t.incident.createdAt))
      .limit(1),
  );
  const group = draft(1).getByRole("group", { name: `What is ${same!.ref}?` });
  await group.getByRole("radio", { name: /^The same case/ }).check();
  await expect(
    page.getByText(`What is told here becomes claims on ${same!.ref}`).first(),
  ).toBeVisible();
  await expect(page.getByText(/People now: 20.*With these claims: 20–29/)).toBeVisible();
  await draft(2).getByRole("button", { name: "Remove draft 2" }).click();
  for (const other of await draft(1)
    .getByRole("radio", { name: /^Related/ })
    .all()) {
    const its = other.locator("xpath=ancestor::fieldset[1]");
    if ((await its.getByRole("radio", { checked: true }).count()) === 0) await other.check();
  }
  await kept();
  await page.getByRole("button", { name: /^Accept/ }).click();
  await page.waitForURL(/accepted=/);
  await page.getByRole("link", { name: same!.ref }).click();
  await expect(page.getByText("Second Herald").first()).toBeVisible();
  await expect(page.getByText("sources disagree").first()).toBeVisible();
});

test("drafts are changed, split, joined, added and put aside, and words are given to facts by selecting them", async () => {
  await read(
    "On 3 May 2019 police in Kunming arrested four North Koreans and two Chinese brokers. Zhou Qiang, 41, was seen there.",
    "2019-05-10",
    "Handmade Press",
  );
  await page.getByRole("button", { name: "Replace these and read the article" }).click();
  await page.waitForURL(/\/from-article\/\w+$/);
  const address = page.url();
  await draft(1).getByRole("button", { name: "Split…" }).click();
  await draft(1)
    .getByRole("group", { name: "Groups that make a draft" })
    .getByRole("checkbox")
    .last()
    .check();
  await draft(1).getByRole("button", { name: "Split the draft" }).click();
  await expect(draft(2)).toBeVisible();
  await page.getByLabel("Put draft 2 into").selectOption({ index: 1 });
  await draft(2).getByRole("button", { name: "Put it there" }).click();
  await expect(draft(2)).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(draft(2)).toBeVisible();
  await draft(2).getByRole("button", { name: "Remove draft 2" }).click();

  await select("3 May 2019");
  await draft(1).getByRole("button", { name: "Use the selected words for: Event 1, When" }).click();
  await expect(draft(1).getByLabel("When").first()).toHaveValue("3 May 2019");
  await select("Kunming");
  await page.getByRole("button", { name: "A new draft from them" }).click();
  await expect(draft(2)).toBeVisible();
  await select("brokers");
  await page.getByRole("button", { name: "Replace by [name]" }).click();
  await expect(article()).toContainText("two Chinese [name]");

  await draft(1).getByLabel("Title").fill("Park Ji-won, 25, arrested");
  await expect(page.getByRole("alert", { name: /Not kept yet/ })).toBeVisible();
  await page.getByRole("button", { name: /^Replace “Park Ji-won/ }).click();
  await expect(draft(1).getByLabel("Title")).toHaveValue(/\[name\]/);
  await kept();
  await page.getByRole("button", { name: "Put aside" }).click();
  await page.waitForURL(/\/from-article$/);
  await page.getByRole("link", { name: /Handmade Press/ }).click();
  await page.waitForURL(address);
  await expect(draft(1).getByLabel("Title")).toHaveValue(/\[name\]/);

  await page.goto("/incidents/from-article");
  await page.getByText("Throw away").first().click();
  await page.getByRole("button", { name: "Throw away" }).click();
  await expect(page.getByRole("link", { name: /Handmade Press/ })).toHaveCount(0);
});

test("a file is read into the form, and without a date its relative dates stay without days", async () => {
  await page.goto("/incidents/from-article");
  await page.getByLabel("Text, HTML or PDF file").setInputFiles({
    name: "story.html",
    mimeType: "text/html",
    buffer: Buffer.from(
      "<html><head><title>Held</title></head><body><nav>Home</nav><p>Police held five people in Yunnan last week, an aid group said.</p></body></html>",
    ),
  });
  await expect(page.getByLabel("The text of the article")).toHaveValue(/Police held five people/);
  await page.getByRole("button", { name: "Read the article" }).click();
  await page.waitForURL(/\/from-article\/\w+$/);
  await expect(page.getByText("The date of publication is not known")).toBeVisible();
  await page.getByRole("button", { name: /^Accept/ }).click();
  await expect(page.getByText(/last week.*publication/i).first()).toBeVisible();
  await expect(page).toHaveURL(/\/from-article\/\w+$/);
});
