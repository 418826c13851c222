import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { openStore } from "../db/client";
import { logIncident } from "../db/commands/log-incident";
import { aDocument, aGroup, anEvent, days, exactly } from "../domain/testing-documents";
import { expectGoodScreen } from "./screens";

const actor = { id: "e2e", role: "admin" } as const;
/** A word that nothing else in the database has, so that only what is logged here is found. */
const word = `river${Date.now().toString(36)}`;
let ref: string;

test.beforeAll(async () => {
  const store = await openStore(`file:${join(process.env.LEDGER_E2E_FOLDER!, "ledger.db")}`);
  const at = (locationId: string) => [{ role: "at" as const, locationId }];
  const day = (n: number) => days(`1998-05-${n}`, `1998-05-${n}`);
  ({ ref } = await logIncident(
    store,
    {
      document: aDocument({
        title: `Nine taken along the ${word}`,
        groups: [aGroup("nine", { count: { low: 9, best: 9, high: 12 }, label: "the nine" })],
        events: [
          anEvent("arrest", { date: day(10), places: at("CN-YN/kunming") }),
          anEvent("held", { type: "detention", date: day(12), places: at("CN-JL/tumen") }),
          anEvent("return", {
            type: "deportation",
            modality: "anticipated",
            places: [{ role: "to", locationId: "KP" }],
          }),
        ],
      }),
    },
    actor,
  ));
  await logIncident(
    store,
    {
      document: aDocument({
        title: `Two in one of two provinces, ${word}`,
        groups: [aGroup("two", { count: exactly(2) })],
        events: [
          anEvent("arrest", {
            date: day(20),
            places: ["CN-YN", "CN-SD"].map((id) => ({ role: "at" as const, locationId: id })),
          }),
        ],
      }),
    },
    actor,
  );
  await store.close();
});

test("provinces are shaded, chosen, and lead to exactly as many incidents", async ({ page }) => {
  await page.goto(`/map?q=${word}`);
  const map = page.getByRole("group", { name: /^Map of incidents/ });
  const yunnan = map.getByRole("link", { name: "Yunnan: 2 incidents, people: 9–14" });
  await expect(yunnan).toBeVisible();
  await expect(map.getByRole("link", { name: "Shandong: 1 incident, people: 0–2" })).toBeVisible();
  const total = page.getByText("All in all: 2 incidents, people: 11–14 (best 11).");
  await expect(total.getByRole("link", { name: "2 incidents" })).toHaveAttribute(
    "href",
    `/incidents?q=${word}`,
  );

  await expect(map.getByRole("link", { name: "Tumen: 1 incident" })).toHaveAttribute(
    "href",
    `/incidents?q=${word}&place=CN-JL%2Ftumen`,
  );
  await expect(
    page.getByRole("row", { name: /North Korea, province not known/ }).getByRole("link"),
  ).toHaveAttribute("href", `/incidents?q=${word}&province=KP-unknown`);

  await expect(
    page.getByText("Not shaded, since no province is known: 1 incident in North Korea."),
  ).toBeVisible();

  await page.getByRole("link", { name: "people", exact: true }).click();
  await page.getByRole("link", { name: "highest", exact: true }).click();
  await expect(page).toHaveURL(`/map?q=${word}&shade=people&bound=high`);
  await expect(page.getByText("People in a province, highest figure")).toBeVisible();
  await expect(page.getByText("10 and more")).toBeVisible();

  await yunnan.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/map?q=${word}&province=CN-YN&shade=people&bound=high`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2 incidents in Yunnan");
  await expect(yunnan).toHaveAttribute("aria-current", "true");
  const whole = page.getByText("Without that choice: 2 incidents");
  await expect(whole.getByRole("link", { name: "2 incidents" })).toHaveAttribute(
    "href",
    `/incidents?q=${word}`,
  );
  await yunnan.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/map?q=${word}&shade=people&bound=high`);

  const row = page
    .getByRole("region", { name: "Table of provinces" })
    .getByRole("row", { name: /Shandong/ });
  await expect(row.getByRole("cell")).toHaveText(["China", "1", "0", "unknown", "2"]);
  await expect(page.getByRole("link", { name: "As a list" })).toHaveAttribute(
    "href",
    `/incidents?q=${word}`,
  );
  await row.getByRole("link", { name: "1" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1 incident in Shandong");
});

test("movements are told in words, and can be hidden; the map is taken away as files", async ({
  page,
}) => {
  await page.goto(`/map?q=${word}`);
  await page.getByText("2 movements").click();
  const rows = page.getByRole("region", { name: "Table of movements" }).getByRole("row");
  await expect(rows).toHaveText([/^From/, /Kunming\s*Tumen\s*reported/, /Tumen\s*North Korea/]);
  await expect(page.getByText("expected to be taken there")).toBeVisible();
  await page.getByRole("link", { name: "hidden" }).click();
  await expect(page.getByText("expected to be taken there")).toHaveCount(0);

  const files = await Promise.all(
    ["svg", "csv"].map((format) => page.request.get(`/map.${format}?q=${word}`)),
  );
  const [svg, csv] = await Promise.all(files.map((file) => file.text()));
  expect(svg).toContain("<title>Yunnan: 2 incidents, people: 9–14</title>");
  expect(csv).toContain("province,CN-YN,Yunnan,CN,2,9,9,14,0,1,0\r\n");
  expect(csv).toContain("country,CN,China,CN,2,11,11,14,0,0,0\r\n");
  expect((await page.request.get("/map.csv?colour=red")).status()).toBe(400);
});

test("a movement leads from its number and its arrow to just its incidents, until it is taken out", async ({
  page,
}) => {
  const map = `/map?q=${word}`;
  const found = page.getByRole("heading", { level: 1 });
  await page.goto(map);
  await page.getByText("2 movements").click();
  const row = page.getByRole("row", { name: /^Kunming Tumen reported/ });
  await row.getByRole("link", { name: "1" }).click();
  await expect(found).toContainText("1 incident, people brought from Kunming to Tumen (reported)");

  // A filter that is changed keeps it, and it can be taken out there too.
  await page.getByText(/^More filters/).click();
  await expect(
    page.getByRole("checkbox", { name: "from Kunming to Tumen (reported)" }),
  ).toBeChecked();
  await page.getByRole("link", { name: "Take out: people brought from Kunming to Tumen" }).click();
  await expect(found).toContainText("2 incidents, with the words");

  await page.goto(map);
  const arrow = page.getByRole("link", { name: "Kunming to Tumen, reported: 1 incident" });
  const { x, y } = await arrow.locator("path").first().evaluate(middleOf);
  await page.mouse.click(x, y);
  await expect(found).toContainText("1 incident, people brought from Kunming to Tumen (reported)");

  await page.goto(`${map}&move=CN-YN>KP>denied`);
  await expect(page.getByText("There is no movement “CN-YN>KP>denied”.")).toBeVisible();
});

test("an incident's page shows its own movements in order", async ({ page }) => {
  await page.goto(`/incidents/${ref}`);
  await expect(page.getByRole("group", { name: /^Map of this incident/ })).toBeVisible();
  const moves = page.getByRole("list", { name: "Movements in custody, in order" });
  await expect(moves.getByRole("listitem")).toHaveText([
    /^Kunming to Tumen/,
    /^Tumen to North Korea\s*anticipated/,
  ]);
});

test("the map works on a phone and a desk, in light and dark", async ({ page }) => {
  await page.goto(`/map?q=${word}&shade=people`);
  await expectGoodScreen(page);
});

/** Where the middle of a path is on the screen: an arrow is bent, and not there in the middle of its box. */
function middleOf(path: SVGElement | HTMLElement): { x: number; y: number } {
  const line = path as SVGPathElement;
  line.scrollIntoView({ block: "center" });
  const { x, y } = line
    .getPointAtLength(line.getTotalLength() / 2)
    .matrixTransform(line.getScreenCTM()!);
  return { x, y };
}
