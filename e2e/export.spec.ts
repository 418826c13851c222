import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { openStore } from "../db/client";
import { logIncident } from "../db/commands/log-incident";
import { aDocument, aGroup, exactly } from "../domain/testing-documents";
import { expectGoodScreen } from "./screens";

/** A word that nothing else in the database has, so that only what is logged here is found. */
const word = `quay${Date.now().toString(36)}`;

test.beforeAll(async () => {
  const store = await openStore(`file:${join(process.env.LEDGER_E2E_FOLDER!, "ledger.db")}`);
  const document = aDocument({
    title: `Four held at the ${word}`,
    groups: [aGroup("four", { count: exactly(4), label: "=four" })],
  });
  await logIncident(store, { document }, { id: "e2e", role: "admin" });
  await store.close();
});

test("what a filter finds is taken away from the list: a table of it, and all of it as a package", async ({
  page,
}) => {
  await page.goto(`/incidents?q=${word}`);
  await page.getByText("Export", { exact: true }).first().click();
  await page.getByRole("link", { name: /^More formats/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Export 1 incident/);
  await expectGoodScreen(page);

  const table = page.waitForEvent("download");
  await page.getByRole("link", { name: "Take away: Groups", exact: true }).click();
  const groups = readFileSync(await (await table).path(), "utf8");
  expect(groups.trimEnd().split("\r\n")).toHaveLength(2);
  expect(groups).toContain(",'=four,");

  const packed = page.waitForEvent("download");
  await page.getByRole("link", { name: "Take away: Data package (ZIP)" }).click();
  const zip = await packed;
  expect(zip.suggestedFilename()).toMatch(/^data-package-\d{4}-\d{2}-\d{2}\.zip$/);
  expect(
    readFileSync(await zip.path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
});

test("a filter that finds nothing, or has a mistake, offers no file and says why", async ({
  page,
}) => {
  await page.goto(`/export?q=${word}&type=resettlement`);
  await expect(page.getByText("No incidents match.")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Take away/ })).toHaveCount(0);
  await page.goto("/export?type=arest");
  await expect(
    page.getByText("These files are not made while the filter has a mistake."),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: /^Take away/ })).toHaveCount(0);
});

test("the codebook says what a column and a code mean, and leads from the one to the other", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Codebook" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Codebook");
  const row = page
    .getByRole("region", { name: "Columns of Events" })
    .getByRole("row", { name: /^modality / });
  await row.getByRole("link", { name: "Modality" }).click();
  await expect(page).toHaveURL(/#list-modality$/);
  await expect(
    page.getByText("A source expects that it will happen; it never changes a status."),
  ).toBeInViewport();
  await expectGoodScreen(page);
});
