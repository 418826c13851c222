import { createHash, hash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPromise } from "yauzl";
import type { ImportItem } from "../../domain/import/import-item";
import type { IncidentDocument } from "../../domain/incident";
import { DEFAULT_CSV_COLUMNS } from "../../domain/incident-csv-columns";
import { TABLE_NAMES, tableNamed, tablesFor } from "../../domain/tables/data-tables";
import type { AboutPackage } from "../../domain/tables/package-description";
import { packageCitation } from "../../domain/tables/package-texts";
import { readTables } from "../../domain/tables/read-tables";
import type { Cells } from "../../domain/tables/table-column";
import { anIncidentRecord, rowsOf } from "../../domain/tables/testing-files";
import { aClaim, aDocument, aGroup, anEvent, exactly } from "../../domain/testing-documents";
import { openDataPackage } from "./open-data-package";
import { type PackageContent, writeDataPackage } from "./write-data-package";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ledger-package-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const document: IncidentDocument = aDocument({
  title: '=1+1 "quoted", 도문',
  summary: "'one\nline\n\nand another\rand another",
  groups: [aGroup("g", { count: exactly(3), circumstances: ["infant", "pregnant"] })],
  events: [
    anEvent("e", { places: [{ role: "at", locationId: "CN-YN" }], description: "\u200B-x" }),
  ],
  claims: [
    aClaim("c", "SRC-222222", { field: "count", groupId: "g", count: exactly(3), quote: "@x" }),
  ],
});
const location = (id: string, parent: string | null, kind: string) => ({
  id,
  parent,
  kind,
  name_en: id,
  lat: 25.05,
  lon: -102.7,
  country: "CN",
  province: kind === "country" ? null : id,
  origin: "test",
});
const ROWS: Partial<Record<string, Cells[]>> = {
  ...rowsOf(anIncidentRecord("INC-222222"), document),
  sources: [
    {
      reference: "SRC-222222",
      kind: "news",
      reliability: "B",
      access: "public",
      stored_text: "Stored",
      derived_from: [],
      quotable: true,
    },
  ],
  locations: [location("CN", null, "country"), location("CN-YN", "CN", "province")],
  location_names: [{ location: "CN-YN", name: "云南" }],
};

const about: AboutPackage = {
  name: "Detention Ledger",
  sentence: "arrests in Yunnan",
  query: "type=arrest&province=CN-YN",
  readers: "internal",
  created: Date.UTC(2026, 10, 26, 12),
  licence: "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
  address: "https://ledger.example/",
  citation: "",
  incidents: 1,
};

function contentOf(rest: Partial<AboutPackage> = {}): PackageContent {
  const of = { ...about, ...rest };
  return {
    about: { ...of, citation: packageCitation(of) },
    codebook: "# Codebook\n",
    names: tablesFor(of.readers === "internal"),
    async *rows(name) {
      for (const row of ROWS[name] ?? []) yield [row];
    },
    async *summary() {
      yield [DEFAULT_CSV_COLUMNS.map((name) => (name === "reference" ? "INC-222222" : null))];
    },
  };
}

async function bytesOf(content: PackageContent): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeDataPackage(content)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function saved(bytes: Buffer): string {
  const path = join(folder, `${Math.random()}.zip`);
  writeFileSync(path, bytes);
  return path;
}

async function filesOf(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await openPromise(saved(bytes), { autoClose: false });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  zip.close();
  return files;
}

it("holds every table, what they are, the codebook, licence and README", async () => {
  const files = await filesOf(await bytesOf(contentOf()));
  expect([...files.keys()]).toEqual([
    ...TABLE_NAMES.map((name) => `data/${name}.csv`),
    "data/case_summary.csv",
    "CODEBOOK.md",
    "LICENCE.md",
    "README.md",
    "datapackage.json",
  ]);
  expect(files.get("data/location_names.csv")).toBe("location,name\r\nCN-YN,云南\r\n");
  expect(files.get("data/links.csv")).toBe("from,to,type,note\r\n");
  const readme = files.get("README.md")!;
  expect(readme).toContain("- Filter as a query: `type=arrest&province=CN-YN`");
  expect(readme).toContain(
    "Detention Ledger: arrests in Yunnan. Data package of 2026-11-26. https://ledger.example/",
  );
  expect(files.get("LICENCE.md")).toContain("CC BY 4.0, https://creativecommons.org");
});

it("says of each file how many rows and bytes it has, and its SHA-256", async () => {
  const files = await filesOf(await bytesOf(contentOf()));
  const description = JSON.parse(files.get("datapackage.json")!);
  for (const { path, bytes, hash } of [...description.resources, ...description.documents]) {
    const file = Buffer.from(files.get(path)!);
    expect([path, bytes]).toEqual([path, file.length]);
    expect(hash).toBe(`sha256:${createHash("sha256").update(file).digest("hex")}`);
    if (path !== "README.md") expect(files.get("README.md")).toContain(hash.slice(7));
  }
  expect(description.resources.map(({ rows }: { rows: number }) => rows)).toEqual([
    1, 1, 1, 1, 0, 1, 1, 2, 1, 0, 0, 0, 0, 1,
  ]);
  expect(description.filter).toEqual({
    sentence: "arrests in Yunnan",
    query: "type=arrest&province=CN-YN",
  });
});

it("is a tabular data package by the public schema, whoever it is for", async () => {
  const profile = readFileSync(
    join(import.meta.dirname, "testing-frictionless/tabular-data-package.json"),
    "utf8",
  );
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv as unknown as Parameters<typeof addFormats>[0]);
  // What a field of a form is, not of what form a text.
  ajv.addFormat("textarea", true);
  const isPackage = ajv.compile(JSON.parse(profile));
  for (const rest of [
    {},
    { readers: "public", licence: "", address: "" },
    { licence: "Ask us." },
  ]) {
    const files = await filesOf(await bytesOf(contentOf(rest)));
    const description = JSON.parse(files.get("datapackage.json")!);
    expect([isPackage(description), isPackage.errors]).toEqual([true, null]);
    expect(isPackage({ ...description, profile: "other" })).toBe(false);
  }
});

it("has no column and no table for others than those who log incidents, unless it is for them", async () => {
  const files = await filesOf(await bytesOf(contentOf({ readers: "public" })));
  expect(files.has("data/imported_rows.csv")).toBe(false);
  expect(files.get("data/sources.csv")).not.toContain("tored");
  expect(files.get("README.md")).toContain("Made from what is public, and from nothing else.");
});

it("comes back equal", async () => {
  const opened = await openDataPackage(saved(await bytesOf(contentOf())));
  try {
    expect([opened.profile, opened.faults]).toEqual(["internal", []]);
    const items: ImportItem[] = [];
    for await (const item of readTables(opened.tables, { digest: (text) => hash("sha256", text) }))
      items.push(item);
    expect(items.flatMap((item) => ("faults" in item ? item.faults : []))).toEqual([]);
    expect(items.map(({ what }) => what)).toEqual(["location", "location", "source", "incident"]);
    expect(items[1]).toMatchObject({ location: { id: "CN-YN", aliases: ["云南"], lon: -102.7 } });
    expect(items[3]).toMatchObject({ ref: "INC-222222", document });
  } finally {
    opened.close();
  }
});

it("is the same, byte for byte, when it is made of the same at the same time", async () => {
  const one = await bytesOf(contentOf());
  expect((await bytesOf(contentOf())).equals(one)).toBe(true);
  const later = await filesOf(await bytesOf(contentOf({ created: about.created + 60_000 })));
  for (const [path, file] of await filesOf(one))
    if (path !== "datapackage.json") expect(later.get(path)).toBe(file);
});

it("is broken off where a table cannot be read, and lets go of the table when nobody reads on", async () => {
  const failing = contentOf();
  await expect(
    bytesOf({
      ...failing,
      async *rows(name) {
        if (name === "events") throw new Error("gone");
        yield [];
      },
    }),
  ).rejects.toThrow("gone");

  let isLetGo = false;
  const endless = writeDataPackage({
    ...failing,
    async *rows() {
      try {
        for (let at = 0; ; at++)
          yield [{ reference: `${Math.random()}`, title: `${at} `.repeat(100) }];
      } finally {
        isLetGo = true;
      }
    },
  });
  // The first piece is the heading of the zip; then the table is being read.
  for (let at = 0; at < 3; at++) await endless.next();
  await endless.return(undefined);
  await expect.poll(() => isLetGo).toBe(true);
});

it("has a heading of the columns of the registry", async () => {
  const files = await filesOf(await bytesOf(contentOf()));
  for (const name of TABLE_NAMES)
    expect(files.get(`data/${name}.csv`)!.split("\r\n")[0]).toBe(
      tableNamed(name)
        .columns.map((column) => column.name)
        .join(","),
    );
});
