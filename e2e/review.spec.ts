import { expect, type Locator, type Page, test } from "@playwright/test";
import { addSource } from "../db/commands/add-source";
import { changeSetting } from "../db/commands/change-setting";
import { commentOnIncident } from "../db/commands/comment-on-incident";
import { logIncident } from "../db/commands/log-incident";
import { reviseSource } from "../db/commands/revise-source";
import { submitForReview } from "../db/commands/submit-for-review";
import { getReview } from "../db/queries/get-review";
import { verify } from "../db/testing-publication";
import { aWrittenSource } from "../db/testing-tables";
import { aClaim, aDocument, aGroup, anEvent, days, exactly } from "../domain/testing-documents";
import { logCase } from "./case-form";
import { inLedger } from "./in-ledger";
import { expectGoodScreen } from "./screens";
import { addAccount, pageOf } from "./sign-in";

/** Another person than the admin who sits at the browser. */
const other = { id: "e2e", role: "admin" } as const;

const letOnePerson = (value: boolean) =>
  inLedger((store) =>
    changeSetting(store, { name: "one_person_review", value, reason: "For a test." }, other),
  );

const today = new Date().toISOString().slice(0, 10);

/** An incident in review that another wrote, whose people are at risk of deportation; returns references. */
function logWaiting(title: string): Promise<{ ref: string; source: string }> {
  return inLedger(async (store) => {
    const source = aWrittenSource({ publisher: "Quay Gazette", reliability: "B" });
    const added = await addSource(store, { source }, other);
    const document = aDocument({
      title,
      groups: [aGroup("people", { label: "People on the quay" })],
      events: [
        anEvent("arrest", { date: days(today, today) }),
        anEvent("return", { type: "deportation", modality: "anticipated" }),
      ],
      claims: [aClaim("count", added.id, { field: "count", groupId: "people", count: exactly(7) })],
    });
    const { ref } = await logIncident(store, { document }, other);
    await submitForReview(store, { ref, version: 1, reason: "" }, other);
    return { ref, source: added.ref };
  });
}

const panel = (page: Page) => page.getByRole("region", { name: "Review", exact: true });
const rowOf = (page: Page, title: string): Locator =>
  page.getByRole("row").filter({ hasText: title });

test.afterEach(() => letOnePerson(false));

test("one person logs and submits a case, another reviews it with a comment and verifies it", async ({
  page,
  browser,
}) => {
  const wren = await inLedger((store) => addAccount(store, other.id, "researcher", "Wren"));
  const writing = await pageOf(browser, wren.email);
  const ref = await logCase(writing, "Quay of two people");
  await panel(writing).getByRole("button", { name: "Submit for review" }).click();
  await expect(panel(writing)).toContainText("Submitted for review by Wren");
  for (const name of ["Verify…", "Send back…", "Dispute…"])
    await expect(panel(writing).getByText(name)).toHaveCount(0);

  await page.goto("/review");
  await expect(rowOf(page, "Quay of two people")).toContainText("Wren");
  await page.goto(`/incidents/${ref}`);
  const comments = page.getByRole("region", { name: "Comments", exact: true });
  await comments.getByLabel("Comment", { exact: true }).fill("Where is the source?");
  await comments.getByText("Ask somebody…").click();
  await comments.getByLabel("Wren").check();
  await comments.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(comments).toContainText("Asks: Wren");

  await writing.goto("/review");
  await writing
    .getByRole("region", { name: "Comments that ask you" })
    .getByRole("link", { name: `${ref} Quay of two people` })
    .click();
  await expect(writing.getByRole("region", { name: "Comments", exact: true })).toContainText(
    "Where is the source?",
  );
  await expect(writing.getByRole("region", { name: "Review by one person" })).toHaveCount(0);

  await panel(page).getByText("Verify…").click();
  await panel(page).getByRole("button", { name: "Verify the incident" }).click();
  await expect(panel(page)).toContainText("Verified by Ada Admin");
  await expect(panel(page)).toContainText("Last edited by Wren");
});

test("who only reads sees it once it is verified, and neither comments nor the queue", async ({
  browser,
}) => {
  const { ref } = await logWaiting("Quay for readers");
  const viewer = await inLedger(async (store) => {
    await commentOnIncident(
      store,
      { ref, claimId: "count", body: "Between us.", mentions: [] },
      other,
    );
    return addAccount(store, other.id, "viewer", "Viv");
  });
  const page = await pageOf(browser, viewer.email);
  expect((await page.goto(`/incidents/${ref}`))?.status()).toBe(404);
  await inLedger((store) => verify(store, ref));
  await page.goto(`/incidents/${ref}`);
  await expect(panel(page)).toContainText("Verified by reviewer");
  await expect(panel(page).getByRole("button")).toHaveCount(0);
  await expect(panel(page)).not.toContainText("Assigned");
  expect(await page.content()).not.toContain("Between us.");
  await expect(page.getByRole("region", { name: "Comments", exact: true })).toHaveCount(0);
  expect((await page.goto("/review"))?.status()).toBe(403);
});

test("a draft is submitted, waits in the queue, and is verified by another than wrote it", async ({
  page,
}) => {
  const { ref } = await logWaiting("Quay to be verified");
  await page.goto("/review");
  const row = rowOf(page, "Quay to be verified");
  await expect(row).toContainText("at risk of deportation");
  await expect(row).toContainText("today");
  await expect(row).toContainText("e2e");
  await row.getByRole("link", { name: ref }).click();
  await page.waitForURL(new RegExp(`/incidents/${ref}$`));
  await expect(panel(page)).toContainText("Submitted for review by e2e");
  await panel(page).getByText("Verify…").click();
  await panel(page).getByRole("button", { name: "Verify the incident" }).click();
  await expect(panel(page)).toContainText("Verified by Ada Admin");
  await expect(panel(page)).not.toContainText("one person");
  await panel(page).getByText("1 verified version").click();
  await expect(panel(page)).toContainText("Verified version 1");
  await expect(page.getByRole("region", { name: "History" })).toContainText("in review → verified");
  await page.goto("/review");
  await expect(rowOf(page, "Quay to be verified")).toHaveCount(0);
});

test("nobody verifies what they wrote last, unless one person may, and then the page says so", async ({
  page,
}) => {
  const ref = await logCase(page, "Quay of one person");
  await expect(panel(page)).toContainText("Not submitted for review yet.");
  await panel(page).getByRole("button", { name: "Submit for review" }).click();
  await expect(panel(page)).toContainText("Submitted for review by Ada Admin");
  await expect(panel(page)).toContainText(
    "You wrote this incident last, so somebody else has to verify it.",
  );
  await expect(panel(page).getByText("Verify…")).toHaveCount(0);

  await page.goto("/review");
  const setting = page.getByRole("region", { name: "Review by one person" });
  await expect(setting).toContainText("Not allowed");
  await setting.getByText("Allow it…").click();
  await setting.getByLabel("Why, for the history").fill("Only one is left.");
  await setting.getByRole("button", { name: "Allow it" }).click();
  await expect(setting.getByRole("status")).toContainText("Allowed: whoever wrote");

  await page.goto(`/incidents/${ref}`);
  await panel(page).getByText("Verify…").click();
  await expect(panel(page)).toContainText("the incident will say that one person did both");
  await panel(page).getByRole("button", { name: "Verify the incident" }).click();
  await expect(panel(page)).toContainText("The same person wrote and verified this version");
});

test("an edit to what was verified sends it back to review and keeps the verified version", async ({
  page,
}) => {
  const { ref } = await logWaiting("Quay edited after");
  await page.goto(`/incidents/${ref}`);
  await panel(page).getByText("Verify…").click();
  await panel(page).getByRole("button", { name: "Verify the incident" }).click();
  await expect(panel(page)).toContainText("Verified by Ada Admin");
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.locator("#case-title").fill("Quay edited afterwards");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(new RegExp(`/incidents/${ref}$`));
  await expect(panel(page)).toContainText("Changed since it was verified by Ada Admin");
  await expect(panel(page)).toContainText("1 verified version");
  await expect(page.getByRole("region", { name: "History" })).toContainText("verified → in review");
});

test("disputing and sending back ask why, keep what was typed, and say it on the page", async ({
  page,
}) => {
  const { ref } = await logWaiting("Quay in doubt");
  await page.goto(`/incidents/${ref}`);
  await panel(page).getByText("Dispute…").click();
  await panel(page).getByRole("button", { name: "Mark as disputed" }).click();
  await expect(panel(page)).toContainText("This must not be empty.");
  await panel(page).getByLabel("Why it is doubted").fill("The ferry did not sail.");
  await panel(page).getByRole("button", { name: "Mark as disputed" }).click();
  await expect(panel(page)).toContainText("Disputed by Ada Admin");
  await expect(panel(page)).toContainText("Reason: The ferry did not sail.");
  await page.goto("/review?also=disputed");
  await expect(rowOf(page, "Quay in doubt")).toContainText("disputed");
  await page.goto(`/incidents/${ref}`);
  await panel(page).getByText("Send back…").click();
  await panel(page).getByLabel("What is missing").fill("A second source.");
  await panel(page).getByRole("button", { name: "Send back" }).click();
  await expect(panel(page)).toContainText("Sent back by Ada Admin");
  await expect(panel(page)).toContainText("Reason: A second source.");
});

test("what changed after the page was opened is not verified unread", async ({ page }) => {
  const { ref, source } = await logWaiting("Quay with another source");
  await page.goto(`/incidents/${ref}`);
  const changed = aWrittenSource({ publisher: "Another paper", reliability: "E" });
  await inLedger((store) =>
    reviseSource(store, { ref: source, version: 1, source: changed, reason: "" }, other),
  );
  await panel(page).getByText("Verify…").click();
  await panel(page).getByRole("button", { name: "Verify the incident" }).click();
  await expect(panel(page)).toContainText(`A source that ${ref} cites was changed`);
  await inLedger(async (store) => {
    expect(await getReview(store, other, ref)).toMatchObject({
      reviewStatus: "in_review",
      verified: [],
    });
  });
});

test("an incident is assigned, and found among one's own", async ({ page }) => {
  const { ref } = await logWaiting("Quay for me");
  await page.goto(`/incidents/${ref}`);
  await expect(panel(page)).toContainText("Assigned to nobody");
  await panel(page).getByText("Assign…").click();
  await panel(page).getByLabel("Who is to see to it").selectOption({ label: "Ada Admin (you)" });
  await panel(page).getByRole("button", { name: "Assign", exact: true }).click();
  await expect(panel(page)).toContainText("Assigned to Ada Admin");
  await page.goto("/review?assigned=mine");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 incident to review");
  await expect(rowOf(page, "Quay for me")).toBeVisible();
  await page.goto("/review?assigned=nobody");
  await expect(rowOf(page, "Quay for me")).toHaveCount(0);
});

test("comments are made on the incident and on a claim, counted, and resolved", async ({
  page,
}) => {
  const { ref } = await logWaiting("Quay talked about");
  await inLedger(async (store) => {
    const body = "Look at the number.";
    await commentOnIncident(store, { ref, claimId: "count", body, mentions: ["e2e"] }, other);
  });
  await page.goto(`/incidents/${ref}`);
  const comments = page.getByRole("region", { name: "Comments", exact: true });
  await comments.getByLabel("Comment", { exact: true }).fill("Which quay is it?");
  await comments.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(comments).toContainText("Which quay is it?");
  await expect(comments.getByLabel("Comment", { exact: true })).toHaveValue("");
  await expect(comments).toContainText("2 open");
  await comments.getByRole("link", { name: /how many of People on the quay/ }).click();
  const row = page.getByRole("row", { name: /^People on the quay how many/ });
  await expect(row).toContainText("1 comment");
  await expect(row).toContainText("Look at the number.");
  await expect(row).toContainText("Asks: e2e");
  await row.getByLabel("Comment", { exact: true }).fill("Seven is right.");
  await row.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(row).toContainText("2 comments");
  await row.getByRole("button", { name: /Resolve the comment by e2e/ }).click();
  await expect(row).toContainText("1 resolved");
  await expect(comments).toContainText("2 open");
});

test.describe("before any script has arrived", () => {
  test.use({ javaScriptEnabled: false });

  test("incidents are submitted, commented on, assigned, sent back and verified", async ({
    page,
  }) => {
    const { ref } = await logWaiting("Quay without a script");
    await page.goto(`/incidents/${ref}`);
    await panel(page).getByText("Send back…").click();
    await panel(page).getByRole("button", { name: "Send back" }).click();
    await panel(page).getByText("Send back…").click();
    await expect(panel(page)).toContainText("This must not be empty.");
    await panel(page).getByLabel("What is missing").fill("A date.");
    await panel(page).getByRole("button", { name: "Send back" }).click();
    await expect(panel(page)).toContainText("Reason: A date.");
    await panel(page).getByRole("button", { name: "Submit for review" }).click();
    await expect(panel(page)).toContainText("Submitted for review by Ada Admin");

    await panel(page).getByText("Assign…").click();
    await panel(page).getByLabel("Who is to see to it").selectOption({ label: "Ada Admin (you)" });
    await panel(page).getByRole("button", { name: "Assign", exact: true }).click();
    await expect(panel(page)).toContainText("Assigned to Ada Admin");

    const row = page.getByRole("row", { name: /^People on the quay how many/ });
    await row.getByText("7", { exact: true }).click();
    await row.getByRole("link", { name: "Comment…" }).click();
    await row.getByLabel("Comment", { exact: true }).fill("On a claim.");
    await row.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(row).toContainText("On a claim.");

    await panel(page).getByText("Verify…").click();
    await panel(page).getByRole("button", { name: "Verify the incident" }).click();
    await expect(panel(page)).toContainText("Verified by Ada Admin");
  });
});

test("a mistyped address of the queue says what is wrong and lists nothing", async ({ page }) => {
  await logWaiting("Quay not to be seen");
  await page.goto("/review?assigned=theirs");
  await expect(page.getByRole("alert").first()).toContainText("“theirs” is not known here.");
  await expect(rowOf(page, "Quay not to be seen")).toHaveCount(0);
  await page.goto("/review?q=nothing+has+these+words");
  await expect(page.getByRole("main")).toContainText("Nothing here matches.");
});

test("the screens of a review are good ones", async ({ page }) => {
  test.setTimeout(240_000);
  const { ref } = await logWaiting("Quay on every screen");
  await inLedger(async (store) => {
    for (const claimId of ["count", null])
      await commentOnIncident(store, { ref, claimId, body: "Is it so?", mentions: ["e2e"] }, other);
  });
  await page.goto(`/incidents/${ref}?comment=count`);
  await panel(page).getByText("Verify…").click();
  await expectGoodScreen(page);
  await page.goto(`/incidents/${ref}`);
  await panel(page).getByText("Dispute…").click();
  await panel(page).getByRole("button", { name: "Mark as disputed" }).click();
  await expect(panel(page)).toContainText("This must not be empty.");
  await expectGoodScreen(page);
  await page.goto("/review?also=draft&also=disputed");
  await page.getByText("Allow it…").click();
  await expectGoodScreen(page);
  await page.goto("/review?q=nothing+has+these+words");
  await expectGoodScreen(page);
});
