import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { type DataPackage, openDataPackage, PACKAGE_LIMITS } from "./open-data-package";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ledger-package-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const SOURCES = "reference,kind\r\nSRC-222222,news\r\nSRC-333333,un\r\n";

async function zipOf(files: Record<string, string | Buffer>): Promise<string> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return written(await buffer(zip.outputStream));
}

function written(bytes: Buffer): string {
  const path = join(folder, `${Math.random()}.zip`);
  writeFileSync(path, bytes);
  return path;
}

async function open(path: string, limits = PACKAGE_LIMITS) {
  const opened = await openDataPackage(path, limits);
  opened.close();
  return opened;
}

async function recordsOf(opened: DataPackage, at = 0) {
  const records = [];
  for await (const batch of opened.tables[at]!.records()) records.push(...batch);
  return records;
}

it("finds the tables by their headings, wherever they lie, and reads each as often as it is asked", async () => {
  const path = await zipOf({
    "package/data/sources.csv": SOURCES,
    "package/data/cases.csv": "incident,id,quote\n",
    "package/datapackage.json": '{"readers":"public"}',
    "package/case-summary.csv": "reference,persons_best\n",
    "package/README.md": "# Read me",
    "__MACOSX/data/._sources.csv": "?",
  });
  const opened = await openDataPackage(path);
  try {
    expect(opened.tables.map(({ file, table }) => [file, table])).toEqual([
      ["package/data/sources.csv", "sources"],
      ["package/data/cases.csv", "claims"],
    ]);
    expect(opened.profile).toBe("public");
    expect(opened.faults).toEqual([]);
    const records = [
      { line: 2, cells: ["SRC-222222", "news"] },
      { line: 3, cells: ["SRC-333333", "un"] },
    ];
    const both = await Promise.all([recordsOf(opened), recordsOf(opened)]);
    expect(both).toEqual([records, records]);
    expect(await recordsOf(opened, 1)).toEqual([]);
  } finally {
    opened.close();
  }
});

it("tells of a table that is none of ours", async () => {
  const opened = await open(await zipOf({ "sources.csv": SOURCES, "x.csv": "city,day\n" }));
  expect(opened.faults).toMatchObject([
    { file: "x.csv", line: 1, issue: { code: "table.unknown", values: { value: "city, day" } } },
  ]);
});

it("refuses what is no zip, and a zip without a table", async () => {
  const refused = (code: string) => ({ code });
  await expect(open(written(Buffer.from(SOURCES)))).rejects.toMatchObject(
    refused("package.not_a_zip"),
  );
  const whole = await zipOf({ "sources.csv": SOURCES });
  const bytes = readFileSync(whole);
  await expect(open(written(bytes.subarray(0, bytes.length - 30)))).rejects.toMatchObject(
    refused("package.not_a_zip"),
  );
  await expect(open(await zipOf({ "README.md": "x" }))).rejects.toMatchObject(
    refused("package.no_table"),
  );
  await expect(open(join(folder, "nowhere.zip"))).rejects.toMatchObject({ code: "ENOENT" });
});

it("refuses a path that leads out of the package", async () => {
  const safe = await zipOf({ "aa/sources.csv": SOURCES });
  for (const path of ["../sources.csv", "/a/sources.csv", "a\\\\sources.csv"].map((p) =>
    p.slice(0, 14).padEnd(14, "v"),
  )) {
    const bytes = Buffer.from(
      readFileSync(safe).toString("latin1").replaceAll("aa/sources.csv", path),
      "latin1",
    );
    await expect(open(written(bytes)), path).rejects.toMatchObject({ code: "package.unsafe_name" });
  }
});

it("refuses what would fill a machine: too many files, too many bytes, or packed too tightly", async () => {
  const many = await zipOf({ "sources.csv": SOURCES, "a.md": "", "b.md": "" });
  await expect(open(many, { ...PACKAGE_LIMITS, entries: 2 })).rejects.toMatchObject({
    code: "package.too_many_files",
  });
  await expect(open(many, { ...PACKAGE_LIMITS, bytes: 40 })).rejects.toMatchObject({
    code: "package.too_large",
  });
  const bomb = await zipOf({ "sources.csv": Buffer.alloc(11_000_000, " ") });
  await expect(open(bomb)).rejects.toMatchObject({ code: "package.packed_too_tightly" });
});

it("stops where a file is longer than the package says", async () => {
  const path = await zipOf({ "sources.csv": `${SOURCES}${"SRC-444444,ngo\r\n".repeat(5000)}` });
  const bytes = readFileSync(path);
  // The length in the central directory, and in the local header that nobody reads.
  const at = bytes.lastIndexOf(Buffer.from("PK\x01\x02", "latin1"));
  bytes.writeUInt32LE(500, at + 24);
  await expect(
    openDataPackage(written(bytes)).then(async (opened) => {
      try {
        return await recordsOf(opened);
      } finally {
        opened.close();
      }
    }),
  ).rejects.toMatchObject({ code: "package.not_a_zip" });
});
